import { subjectAsked } from '../../model/filters.js';
import { VALUE_ORDERS, type ValueOrder } from '../conditions/order-terms.js';
import { filterCondition, groupCondition } from '../conditions/view-filter.js';
import { allOf, type Condition, isAmong } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { countRows } from './count-rows.js';
import { CURRENT, disclosuresWith, isCurrent } from './counted-rows.js';
import type { Question, Slice } from './question.js';

/** Reading a row costs about as much as this many entries of an index. */
const ROW_COST = 3;

/**
 * The page of a list sorted by an amount or a name: by the index of that column where the filter keeps enough rows for the
 * page to come soon, else by reading and sorting the rows kept. Null where the sort is another one, or where names and texts
 * decide which rows are kept.
 */
export function pageByValue(db: Database, question: Question): Slice | null {
  const { view, filter, sort, limit, offset } = question;
  const [term, ...others] = sort;
  const base = view.name.replace(/^current_/, '');
  const order = term && others.length === 0 ? VALUE_ORDERS[base]?.[term.column] : undefined;
  if (!order || filter.project !== undefined || filter.text !== undefined) return null;
  const kept = countRows(db, view.name, filter).rows;
  const all = countRows(db, base).rows;
  if (kept <= offset) return { among: { sql: 'FALSE', params: [] }, limit, offset: 0 };
  const isNarrowed = kept < all;
  const steps = ((offset + limit) / kept) * all * (isNarrowed ? ROW_COST : 1);
  const { sql, params } =
    steps < kept * ROW_COST ? walk(order, question, isNarrowed) : sorted(order, question);
  const direction = term?.descending ? 'DESC' : 'ASC';
  const ids = db
    .prepare(
      `${sql} ORDER BY r.${order.column} ${direction} NULLS LAST, r.disclosure ${direction}, r.id ${direction}
       LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...params, limit, offset) as number[];
  return { among: isAmong('v.id', ids), limit, offset: 0 };
}

/** Entry by entry of the index, those of other disclosures and levels left out. */
function walk({ table, index }: ValueOrder, question: Question, isNarrowed: boolean): Condition {
  const from = `SELECT r.id FROM ${table} r INDEXED BY ${index}`;
  if (!isNarrowed) return { sql: from, params: [] };
  const disclosures = disclosuresOf(question);
  const group = groupOf(question);
  return {
    sql: `${from} WHERE +r.disclosure IN (${disclosures.sql}) AND ${group.sql}`,
    params: [...disclosures.params, ...group.params],
  };
}

/** All rows of the disclosures kept. */
function sorted({ table }: ValueOrder, question: Question): Condition {
  const disclosures = disclosuresOf(question);
  const group = groupOf(question);
  return {
    sql: `SELECT r.id FROM (${disclosures.sql}) u CROSS JOIN ${table} r INDEXED BY ${table}_disclosure
      ON r.disclosure = u.unit WHERE ${group.sql}`,
    params: [...disclosures.params, ...group.params],
  };
}

function disclosuresOf({ view, filter }: Question): Condition {
  const subject = filterCondition(view, { ...subjectAsked(filter), unresolved: filter.unresolved });
  const { sql, params } = allOf([subject, ...(isCurrent(view) ? [CURRENT] : [])]);
  return { sql: `SELECT v.unit FROM ${disclosuresWith('1')} v WHERE ${sql}`, params };
}

const groupOf = ({ filter: { level1, level2, kind } }: Question): Condition =>
  groupCondition('r', { level1, level2, kind });
