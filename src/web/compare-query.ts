import { COMPARED_BY, type ComparedBy } from '../app/compare-nearest.js';
import { comparedKind } from '../app/compare-statements.js';
import { type ComparedSubject, comparedText } from '../app/compared-subject.js';
import { QueryError } from '../model/facts/query-error.js';
import { subjectAsked } from '../model/filters.js';
import type { StatementKind } from '../model/statement.js';
import { type ListQuery, readListQuery } from './list-query.js';
import { oneOf } from './one-of.js';
import { projectNumber } from './project-number.js';

/** Statements compared at a time: more rows than a reader looks at; fewer are there at once. */
export const MOST_STATEMENTS = 300;

export interface CompareQuery extends ListQuery {
  /** Projects or indicators; null: nothing was asked yet, or statements are. */
  subject: ComparedSubject | null;
  shown: ComparedBy;
  /** Statements of this kind. */
  statement: StatementKind | null;
}

/**
 * Reads `/compare?topic=…`, `indicator=…`, `project=ID` or `statement=KIND`, with region, year and department.
 * @throws QueryError on an unknown parameter or more than one subject; UserError on one that is too short or means no statement
 */
export function readCompareQuery(address: string): CompareQuery {
  const query = readListQuery(address, ['topic', 'indicator', 'statement', 'show']);
  const { topic, indicator, project, statement, show } = query.given;
  const given = [topic, indicator, project, statement].filter((each) => each !== undefined);
  if (given.length > 1) {
    throw new QueryError('事项（topic）、指标（indicator）、项目（project）、预算表（statement）只能给一个');
  }
  return {
    ...query,
    shown: oneOf('show', COMPARED_BY, show ?? 'amounts'),
    subject: subjectOf(topic, indicator, project),
    statement: statement === undefined ? null : comparedKind(statement),
  };
}

function subjectOf(topic?: string, indicator?: string, project?: string): ComparedSubject | null {
  if (project !== undefined) return { kind: 'project', id: projectNumber(project) };
  const text = topic ?? indicator;
  if (text === undefined) return null;
  return { kind: topic === undefined ? 'indicator' : 'topic', text: comparedText(text) };
}

/** What `compareNearest` is asked by such an address. */
export const comparisonAsked = ({ shown, filter }: CompareQuery) => ({
  by: shown,
  filter: subjectAsked(filter),
});
