import {
  comparedIds,
  compareProjects,
  type FoundProjects,
  findByProject,
  findByTopic,
} from '../compare/compare-projects.js';
import { projectSearch, topicSearch } from '../compare/project-search.js';
import type { Comparison } from '../model/comparison.js';
import type { ViewFilter } from '../model/filters.js';
import type { ComparisonRows } from '../model/ports/comparison-rows.js';
import type { Store } from '../model/ports/store.js';
import { type ComparedSubject, comparedText } from './compared-subject.js';

type Subject = Exclude<ComparedSubject, { kind: 'indicator' }>;

/**
 * All projects of the store on a topic, or like a project, in groups, with their amounts, prices and targets, and what
 * indicators of other projects say of the topic.
 * @throws UserError on a topic that says too little; QueryError where the store has no such project
 */
export async function compare(store: Store, subject: Subject, filter: ViewFilter): Promise<Comparison> {
  const { found, texts } = await find(store, subject, filter);
  const ids = comparedIds(found.groups);
  return compareProjects(found, await store.indicatorRows(ids, texts, filter), await store.costRows(ids));
}

/** `texts`: what indicators of other projects may say of the topic. */
async function find(
  rows: ComparisonRows,
  subject: Subject,
  filter: ViewFilter,
): Promise<{ found: FoundProjects; texts: string[] }> {
  if (subject.kind === 'topic') {
    const topic = comparedText(subject.text);
    const search = topicSearch(topic);
    return { found: findByTopic(topic, await rows.findProjects(search, filter)), texts: search.texts };
  }
  const row = await rows.projectRow(subject.id);
  const similar = await rows.findProjects(projectSearch(row.project, row), filter);
  return { found: findByProject(row, similar), texts: [] };
}
