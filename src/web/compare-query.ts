import { QueryError } from '../model/facts/query-error.js';
import { type ListQuery, readListQuery } from './list-query.js';
import { oneOf } from './one-of.js';

const SHOWN = ['amounts', 'prices', 'targets'] as const;
export type Shown = (typeof SHOWN)[number];

/** What to compare. */
export type Subject =
  | { kind: 'topic'; text: string }
  | { kind: 'indicator'; text: string }
  | { kind: 'project'; id: number };

export interface CompareQuery extends ListQuery {
  /** null: nothing was asked yet. */
  subject: Subject | null;
  shown: Shown;
}

/**
 * Reads `/compare?topic=…`, `indicator=…` or `project=ID`, with region, year and department.
 * @throws QueryError on an unknown parameter, more than one subject, or one that is too short
 */
export function readCompareQuery(address: string): CompareQuery {
  const query = readListQuery(address, ['topic', 'indicator', 'show']);
  const { topic, indicator, project, show } = query.given;
  const given = [topic, indicator, project].filter((each) => each !== undefined);
  if (given.length > 1) throw new QueryError('事项（topic）、指标（indicator）、项目（project）只能给一个');
  const shown = oneOf('show', SHOWN, show ?? 'amounts');
  return { ...query, shown, subject: subjectOf(topic, indicator, project) };
}

function subjectOf(topic?: string, indicator?: string, project?: string): Subject | null {
  if (project !== undefined) {
    const id = /^p?(\d{1,16})$/.exec(project)?.[1];
    if (id === undefined) throw new QueryError(`项目编号形如 p12，不能是 ${project}`);
    return { kind: 'project', id: Number(id) };
  }
  const text = topic ?? indicator;
  if (text === undefined) return null;
  if ([...text.replace(/[^\p{L}\p{N}]/gu, '')].length < 2)
    throw new QueryError('要比较的事项或指标至少两个字');
  return { kind: topic === undefined ? 'indicator' : 'topic', text };
}
