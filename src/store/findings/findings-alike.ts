import type { ReviewedFinding } from '../../model/ports/findings.js';
import type { SqlValue } from '../../model/sql-value.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { REVIEWED } from './list-reviews.js';
import { orderSql, reviewOrder } from './review-order.js';

const OPEN: Condition = { sql: "l.reported = 1 AND coalesce(l.answer, 'open') = 'open'", params: [] };

const SAME_DEPARTMENT = `(l.sha256, l.disclosure) IN (
  SELECT o.sha256, d.ordinal FROM disclosure_rows d JOIN document_rows o ON o.number = d.document
  WHERE d.department_key = ? AND d.region = ? AND d.region_code IS NOT DISTINCT FROM ? AND d.year = ?)`;

/** Findings nobody has answered of the same rule about the same department, place and year; in the usual order. */
export function findingsAlike(db: Database, id: number): ReviewedFinding[] {
  const { sql, params } = alike(db, id);
  return db
    .prepare(`${REVIEWED} WHERE ${sql} ORDER BY ${orderSql(reviewOrder(undefined))}`)
    .all(...params) as ReviewedFinding[];
}

/** How many those are, of each of these findings. */
export function countAlike(db: Database, ids: readonly number[]): Map<number, number> {
  const count = (id: number): number => {
    const { sql, params } = alike(db, id);
    return prepared(db, `SELECT count(*) FROM finding_list_rows l WHERE ${sql}`)
      .pluck()
      .get(...params) as number;
  };
  return new Map(ids.map((id) => [id, count(id)]));
}

function alike(db: Database, id: number): Condition {
  const subject = prepared(
    db,
    `SELECT l.rule, l.sha256, l.disclosure, d.department_key, d.region, d.region_code, d.year
     FROM finding_list_rows l
     LEFT JOIN document_rows o ON o.sha256 = l.sha256
     LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = l.disclosure
     WHERE l.id = ?`,
  ).get(id) as Record<string, SqlValue> | undefined;
  if (!subject) return { sql: 'FALSE', params: [] };
  const { rule, sha256, disclosure, department_key: key, region, region_code: code, year } = subject;
  const isKnown = ![key, region, year].some((each) => each === null || each === undefined);
  return allOf([
    OPEN,
    { sql: 'l.rule = ?', params: [rule ?? null] },
    isKnown
      ? { sql: SAME_DEPARTMENT, params: [key, region, code, year].map((each) => each ?? null) }
      : { sql: 'l.sha256 = ? AND l.disclosure = ?', params: [sha256 ?? null, disclosure ?? null] },
  ]);
}
