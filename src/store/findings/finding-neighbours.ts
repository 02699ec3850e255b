import type { Database } from 'better-sqlite3';
import type { Neighbours, ReviewFilter } from '../../model/ports/findings.js';
import type { SqlValue } from '../../model/sql-value.js';
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
  const row = prepared(
    db,
    'SELECT gravity, stake_fen, rule, fingerprint, id FROM finding_list_rows WHERE id = ?',
  ).get(id) as Record<string, SqlValue> | undefined;
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
