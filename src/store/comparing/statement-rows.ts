import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type {
  PersonsRow,
  StatementItemRow,
  StatementRow,
  StatementRows,
} from '../../model/statement-comparison.js';
import { placeOrder } from '../conditions/order-terms.js';
import { ownPlace } from '../conditions/own-place.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { SUBJECT_COLUMNS } from './compared-columns.js';

const EVERY = -1;

/** Statements the filter means, by place, year and department; superseded documents are left out. */
export function statementsOf(db: Database, filter: ViewFilter, most = EVERY, own?: string): StatementRow[] {
  const view = requireView('current_statements');
  const { sql, params } = allOf([filterCondition(view, filter), ...ownPlace(own)]);
  return db
    .prepare(
      `SELECT v.id, r.disclosure, ${SUBJECT_COLUMNS}, v.kind, v.title, v.page, v."rows", v.blank, v.place
       FROM ${view.name} v JOIN statement_rows r ON r.id = v.id
       WHERE ${sql} ORDER BY ${placeOrder().join(', ')}, v.id LIMIT ?`,
    )
    .all(...params, most) as StatementRow[];
}

const ITEMS = `SELECT r.id, r.statement_id AS statement, r.side, r.code, r.item, r.level, r."column",
    r.column_kind AS columnKind, r.amount_fen AS amountFen, r.printed, r.place
  FROM json_each(?) wanted CROSS JOIN statement_rows s ON s.id = CAST(wanted.value AS BIGINT)
  CROSS JOIN statement_item_rows r ON r.disclosure = s.disclosure AND r.statement_id = s.id
  ORDER BY r.id`;

const PERSONS = `SELECT 't' || r.id AS "row", r.disclosure, r."column" AS label, r.item, r.printed, r.place
  FROM json_each(?) wanted CROSS JOIN statement_item_rows r ON r.disclosure = CAST(wanted.value AS BIGINT)
  WHERE r.column_kind = 'person'
  UNION ALL
  SELECT 'n' || r.id, r.disclosure, r.subject, NULL, r.count, r.place
  FROM json_each(?) wanted CROSS JOIN said_rows r ON r.disclosure = CAST(wanted.value AS BIGINT)
  WHERE r.count LIKE '%人' OR r.count LIKE '%名'`;

/** Statements with their figures, and the numbers of persons of their disclosures. @param own as in `formRows` */
export function statementRows(db: Database, filter: ViewFilter, most?: number, own?: string): StatementRows {
  const found = statementsOf(db, filter, most === undefined ? EVERY : most + 1, own);
  const statements = most === undefined ? found : found.slice(0, most);
  const list = (ids: Iterable<number>): string => JSON.stringify([...ids]);
  const disclosures = list(new Set(statements.map(({ disclosure }) => disclosure)));
  return {
    statements,
    items: prepared(db, ITEMS).all(list(statements.map(({ id }) => id))) as StatementItemRow[],
    persons: prepared(db, PERSONS).all(disclosures, disclosures) as PersonsRow[],
    isCut: found.length > statements.length,
  };
}
