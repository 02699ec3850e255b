import { aboutIndicator } from '../compare/about-indicator.js';
import { comparedIds, type FoundProjects, findByProject, findByTopic } from '../compare/compare-projects.js';
import { groupTargets } from '../compare/group-targets.js';
import { indicatorSearch, projectSearch, topicSearch } from '../compare/project-search.js';
import { groupUnitFigures, unitFigures } from '../compare/unit-figures.js';
import type { ProjectRow, TargetGroup, UnitGroup } from '../model/comparison.js';
import type { ViewFilter } from '../model/filters.js';
import type { ComparisonRows } from '../model/ports/comparison-rows.js';
import type { Store } from '../model/ports/store.js';
import { type ComparedSubject, comparedText } from './compared-subject.js';

/** Projects compared by amount, those whose prices and targets are compared, and indicators: more take too long to read. */
const MOST_PROJECTS = 150;
const MOST_IN_DETAIL = 24;
const MOST_INDICATORS = 200;

export type { FoundProjects };

/** What is laid side by side. */
export const COMPARED_BY = ['amounts', 'prices', 'targets'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

interface Asked {
  by: ComparedBy;
  filter: ViewFilter;
}

/** The nearest of what a store has, compared. */
export interface Compared {
  /** What is compared, in words. */
  title: string;
  /** The project it started from. */
  project: ProjectRow | null;
  /** The store has more; only so many were compared. */
  cut: { most: number; what: '项目' | '指标' } | null;
  shown:
    | { kind: 'amounts'; found: FoundProjects }
    | { kind: 'prices'; groups: UnitGroup[] }
    | { kind: 'targets'; groups: TargetGroup[] };
}

/**
 * Compares the projects or indicators nearest to a subject: not all there are, so that a page can wait for it.
 * @throws UserError on words that say too little; QueryError where the store has no such project
 */
export async function compareNearest(
  store: Store,
  subject: ComparedSubject,
  asked: Asked,
): Promise<Compared> {
  return subject.kind === 'indicator'
    ? compareIndicators(store, comparedText(subject.text), asked.filter)
    : compareProjects(store, subject, asked);
}

async function compareIndicators(rows: ComparisonRows, text: string, filter: ViewFilter): Promise<Compared> {
  const found = await rows.nearestIndicators(indicatorSearch(text), filter, MOST_INDICATORS);
  return {
    title: text,
    project: null,
    cut: found.isCut ? { most: MOST_INDICATORS, what: '指标' } : null,
    shown: { kind: 'targets', groups: groupTargets(aboutIndicator(found.rows, text)) },
  };
}

async function compareProjects(
  rows: ComparisonRows,
  subject: Exclude<ComparedSubject, { kind: 'indicator' }>,
  { by, filter }: Asked,
): Promise<Compared> {
  const project = subject.kind === 'project' ? await rows.projectRow(subject.id) : null;
  const most = by === 'amounts' ? MOST_PROJECTS : MOST_IN_DETAIL;
  const search =
    subject.kind === 'project'
      ? projectSearch(project?.project ?? '', project ?? {})
      : topicSearch(comparedText(subject.text));
  const nearest = await rows.nearestProjects(search, filter, most);
  const found =
    subject.kind === 'topic'
      ? findByTopic(subject.text, nearest.rows)
      : findByProject(project as ProjectRow, nearest.rows);
  const cut = nearest.isCut ? { most, what: '项目' as const } : null;
  return { title: found.topic, project, cut, shown: await show(rows, found, { by, filter }) };
}

async function show(
  rows: ComparisonRows,
  found: FoundProjects,
  { by, filter }: Asked,
): Promise<Compared['shown']> {
  if (by === 'amounts') return { kind: 'amounts', found };
  const ids = comparedIds(found.groups);
  const indicators = await rows.indicatorRows(ids, [], filter);
  if (by === 'targets') return { kind: 'targets', groups: groupTargets(indicators) };
  return { kind: 'prices', groups: groupUnitFigures(unitFigures(await rows.costRows(ids), indicators)) };
}
