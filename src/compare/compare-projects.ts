import type {
  Comparison,
  CostRow,
  IndicatorRow,
  ProjectGroup,
  ProjectRow,
  RowSubject,
} from '../model/comparison.js';
import { placeKey } from '../model/place-key.js';
import { coreName, unifiedText } from './core-name.js';
import { groupBy } from './group-by.js';
import { groupProjects, profiled, projectGroup, projectLikeness } from './group-projects.js';
import { groupTargets } from './group-targets.js';
import { nameWeights } from './name-weights.js';
import { SETTINGS } from './similar-settings.js';
import { shareCovered } from './term-weights.js';
import { groupUnitFigures, unitFigures } from './unit-figures.js';

/** Projects found for a topic or a project, before their indicators and costs are fetched. */
export type FoundProjects = Pick<Comparison, 'topic' | 'project' | 'groups' | 'mentions'>;

/** Which of the rows are about the topic, the same things together. */
export function findByTopic(topic: string, rows: readonly ProjectRow[]): FoundProjects {
  const found = groupBy(rows, (row) => aboutTopic(row, topic));
  return {
    topic,
    project: null,
    groups: groupProjects(found.get('name') ?? []),
    mentions: found.get('mention') ?? [],
  };
}

type About = 'name' | 'mention';

/**
 * Where a project is about a topic: in its name, programme or direction (all of the topic, or most of its weight:
 * 社区治安巡逻防控 in 社区（村）治安巡逻防控费), in goal or purpose only (all of it), or not at all.
 */
function aboutTopic(row: ProjectRow, topic: string): About | null {
  const core = coreName(topic);
  const holds = (text: string | null): boolean => text !== null && unifiedText(text).includes(core);
  const isNamed = (text: string | null): boolean =>
    text !== null &&
    (holds(text) || shareCovered(core, unifiedText(text), nameWeights()) >= SETTINGS.topicInName);
  if ([row.project, row.direction].some(isNamed) || holds(row.parent)) return 'name';
  return [row.purpose, row.annualGoal, row.periodGoal].some(holds) ? 'mention' : null;
}

/** Which of the rows are the same thing as one project; itself included. */
export function findByProject(project: ProjectRow, rows: readonly ProjectRow[]): FoundProjects {
  const wanted = profiled(project);
  const others = rows
    .filter(({ id }) => id !== project.id)
    .map((row) => ({ row, tie: projectLikeness(profiled(row), wanted) }))
    .filter(({ tie }) => tie.same)
    .map(({ row, tie }) => ({ row, tie: tie.name === 1 ? null : tie }));
  return {
    topic: project.project,
    project: `p${project.id}`,
    groups: [projectGroup(project.project, [{ row: project, tie: null }, ...others])],
    mentions: [],
  };
}

/** Ids of the projects whose indicators and costs are compared. */
export const comparedIds = (groups: readonly ProjectGroup[]): number[] =>
  groups.flatMap(({ projects }) => projects.map(({ id }) => id));

/** The whole comparison. `indicators` and `costs`: those of the grouped projects, and others about the topic. */
export function compareProjects(
  found: FoundProjects,
  indicators: readonly IndicatorRow[],
  costs: readonly CostRow[],
): Comparison {
  const subjects: RowSubject[] = [
    ...found.groups.flatMap(({ projects }) => projects),
    ...found.mentions,
    ...indicators,
  ];
  return {
    ...found,
    regions: placesOf(subjects),
    years: [...new Set(subjects.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b),
    unitGroups: groupUnitFigures(unitFigures(costs, indicators)),
    targetGroups: groupTargets(indicators),
  };
}

/** A name for each place there is; with the city before it where two places have one name. */
function placesOf(subjects: readonly RowSubject[]): string[] {
  const places = new Map(subjects.filter(({ region }) => region !== null).map((row) => [placeKey(row), row]));
  const rows = [...places.values()];
  return rows.map(({ region, city }) =>
    rows.filter((row) => row.region === region).length > 1 ? `${city ?? ''}${region}` : String(region),
  );
}
