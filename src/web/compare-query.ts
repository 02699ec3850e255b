import { COMPARED_BY, type ComparedBy } from '../app/compare-nearest.js';
import { type ComparedSubject, comparedText } from '../app/compared-subject.js';
import { QueryError } from '../model/facts/query-error.js';
import { type ListQuery, readListQuery } from './list-query.js';
import { oneOf } from './one-of.js';
import { projectNumber } from './project-number.js';

export interface CompareQuery extends ListQuery {
  /** null: nothing was asked yet. */
  subject: ComparedSubject | null;
  shown: ComparedBy;
}

/**
 * Reads `/compare?topic=…`, `indicator=…` or `project=ID`, with region, year and department.
 * @throws QueryError on an unknown parameter or more than one subject; UserError on one that is too short
 */
export function readCompareQuery(address: string): CompareQuery {
  const query = readListQuery(address, ['topic', 'indicator', 'show']);
  const { topic, indicator, project, show } = query.given;
  const given = [topic, indicator, project].filter((each) => each !== undefined);
  if (given.length > 1) throw new QueryError('事项（topic）、指标（indicator）、项目（project）只能给一个');
  const shown = oneOf('show', COMPARED_BY, show ?? 'amounts');
  return { ...query, shown, subject: subjectOf(topic, indicator, project) };
}

function subjectOf(topic?: string, indicator?: string, project?: string): ComparedSubject | null {
  if (project !== undefined) return { kind: 'project', id: projectNumber(project) };
  const text = topic ?? indicator;
  if (text === undefined) return null;
  return { kind: topic === undefined ? 'indicator' : 'topic', text: comparedText(text) };
}

/** What `compareNearest` is asked by such an address. */
export const comparisonAsked = ({ shown, filter: { region, year, department } }: CompareQuery) => ({
  by: shown,
  filter: { region, year, department },
});
