import type { FindingPlace, Neighbours, ReviewFilter } from '../../model/ports/findings.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { pickFindings } from './list-reviews.js';
import { behind, reversed, reviewOrder } from './review-order.js';

/** The findings before and behind one in the list; it need not be in the list itself, as one that was just answered. */
export function findingNeighbours(
  db: Database,
  id: number,
  filter: ReviewFilter = {},
  sort?: string,
): Neighbours {
  const row = orderedBy(db, id);
  if (!row) return { previous: null, next: null };
  const order = reviewOrder(sort);
  const first = (terms: typeof order): number | null => {
    const { sql, params } = behind(row, terms);
    const picked = pickFindings(db, filter, terms, sql, params);
    const found = db
      .prepare(`${picked.sql} LIMIT 1`)
      .pluck()
      .get(...picked.params) as number | undefined;
    return found ?? null;
  };
  return { previous: first(reversed(order)), next: first(order) };
}

/** How many findings of the list stand before one, and whether it is in the list itself. */
export function findingPlace(
  db: Database,
  id: number,
  filter: ReviewFilter = {},
  sort?: string,
): FindingPlace {
  const row = orderedBy(db, id);
  if (!row) return { before: 0, isListed: false };
  const order = reversed(reviewOrder(sort));
  const count = (more: Condition): number => {
    const { sql, params } = pickFindings(db, filter, order, more.sql, more.params);
    return db
      .prepare(`SELECT count(*) FROM (${sql}) found`)
      .pluck()
      .get(...params) as number;
  };
  return { before: count(behind(row, order)), isListed: count({ sql: 'l.id = ?', params: [id] }) === 1 };
}

/** What the list may be ordered by, of one finding. */
const orderedBy = (db: Database, id: number): Record<string, SqlValue> | undefined =>
  prepared(db, 'SELECT gravity, stake_fen, rule, fingerprint, id FROM finding_list_rows WHERE id = ?').get(
    id,
  ) as Record<string, SqlValue> | undefined;
