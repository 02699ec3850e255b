import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { RowCount } from '../../model/ports/questions.js';
import { holdsText, ownRows } from '../conditions/text-condition.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { countedSelect } from './counted-rows.js';

/** Rows counted one by one before it is only said that there are more. */
const MOST = 10_000;

/**
 * Number of rows of a view the filter keeps: exact wherever the writer keeps counts (place, year, department, level, rule,
 * severity); where names and texts have to be looked at, up to `atMost`.
 * @throws QueryError on an unknown view or filter
 */
export function countRows(db: Database, name: string, filter: ViewFilter = {}, atMost = MOST): RowCount {
  const view = requireView(name);
  const counted = countedSelect(view, filter, []);
  if (counted) {
    const rows = db.prepare(`SELECT ifnull(sum(n), 0) FROM (${counted.sql}) counted`).pluck();
    return { rows: rows.get(...counted.params) as number, isExact: true };
  }
  const { text, project } = filter;
  const select = filterCondition(view, filter);
  const every = { sql: `SELECT 1 FROM "${view.name}" v WHERE ${select.sql}`, params: select.params };
  if (text === undefined && project === undefined) return { rows: upTo(db, every, -1), isExact: true };
  const others = allOf([
    filterCondition(view, { ...filter, text: undefined }),
    ...(text === undefined ? [] : [holdsText(view, text)]),
  ]);
  const own = text === undefined ? null : ownRows(view, text, others);
  const isMore = (rows: number): boolean => rows > atMost;
  if (own && isMore(upTo(db, own, atMost + 1))) return { rows: atMost, isExact: false };
  const found = upTo(db, every, atMost + 1);
  return isMore(found) ? { rows: atMost, isExact: false } : { rows: found, isExact: true };
}

const upTo = (db: Database, { sql, params }: Condition, most: number): number =>
  db
    .prepare(`SELECT count(*) FROM (${sql} LIMIT ?) kept`)
    .pluck()
    .get(...params, most) as number;
