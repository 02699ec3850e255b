import type {
  Comparison,
  CostRow,
  IndicatorRow,
  ProjectGroup,
  ProjectRow,
  RowSubject,
} from '../model/comparison.js';
import { aboutTopic } from './about-topic.js';
import { groupBy } from './group-by.js';
import { groupProjects, profiled, projectGroup, projectLikeness } from './group-projects.js';
import { groupTargets } from './group-targets.js';
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
    regions: [...new Set(subjects.flatMap(({ region }) => region ?? []))],
    years: [...new Set(subjects.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b),
    unitGroups: groupUnitFigures(unitFigures(costs, indicators)),
    targetGroups: groupTargets(indicators),
  };
}
