import type { ReviewedFinding, ReviewFilter, ReviewPage } from '../../model/ports/findings.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { Database } from '../ground/database.js';
import { narrowedBy, reviewCondition } from './review-filter.js';
import { type OrderTerm, orderSql, reviewOrder } from './review-order.js';

/** Findings sought are gathered and sorted up to so many; of more the list is walked in its order. */
const FEW = 5000;

const SUBJECT = ['province', 'city', 'region', 'region_code', 'year', 'stage', 'department', 'department_key']
  .map((column) => `iif(d.id IS NULL, o.${column}, d.${column}) AS ${column}`)
  .join(', ');

/** Columns of `ReviewedFinding`, of rows `l` of the list. */
export const REVIEWED = `
  SELECT l.id, l.fingerprint, coalesce(v.state, 'open') AS state, v.comment, v.who, v.at, l.reported, f.severity, f.verdict,
    f.state AS change, ${SUBJECT}, l.project, l.rule, l.message, f.difference_fen, f.formula, f.place, o.path, o.number AS document_id
  FROM finding_list_rows l
  JOIN finding_rows f ON f.run = l.run AND f.id = l.id
  LEFT JOIN review_rows v ON v.fingerprint = l.fingerprint
  LEFT JOIN document_rows o ON o.sha256 = l.sha256
  LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = l.disclosure`;

/**
 * Findings that are still reported or that somebody has answered, gravest first, then by yuan.
 * @throws QueryError on a filter or an order that the list does not have
 */
export function listReviews(
  db: Database,
  filter: ReviewFilter = {},
  { sort, limit = -1, offset = 0 }: ReviewPage = {},
): ReviewedFinding[] {
  const order = reviewOrder(sort);
  const { sql, params } = pickFindings(db, filter, order, 'TRUE', []);
  return db
    .prepare(
      `WITH picked AS MATERIALIZED (${sql} LIMIT ? OFFSET ?)
       ${REVIEWED} WHERE l.id IN (SELECT id FROM picked) ORDER BY ${orderSql(order)}`,
    )
    .all(...params, limit, offset) as ReviewedFinding[];
}

/** The finding with this id, with its answer; null where no run has had it. */
export const reviewedFinding = (db: Database, id: number): ReviewedFinding | null =>
  (db.prepare(`${REVIEWED} WHERE l.id = ?`).get(id) as ReviewedFinding | undefined) ?? null;

/** Ids of the findings a filter keeps, in order; `more` is a further condition on `finding_list_rows l`. */
export function pickFindings(
  db: Database,
  filter: ReviewFilter,
  order: readonly OrderTerm[],
  more: string,
  moreParams: readonly SqlValue[],
): { sql: string; params: SqlValue[] } {
  const { sql, params } = reviewCondition(filter);
  return {
    sql: `SELECT l.id FROM finding_list_rows l ${indexFor(db, filter)} WHERE ${sql} AND ${more} ORDER BY ${orderSql(order)}`,
    params: [...params, ...moreParams],
  };
}

/** Which index leads to the findings: SQLite cannot tell whether a filter keeps few of them or many. */
function indexFor(db: Database, filter: ReviewFilter): string {
  const narrowed = narrowedBy(filter);
  if (narrowed === null) return filter.text === undefined ? 'INDEXED BY finding_list_order' : 'NOT INDEXED';
  const { sql, params } = reviewCondition(filter);
  const index = `INDEXED BY finding_list_${narrowed}`;
  const found = db
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM finding_list_rows l ${index} WHERE ${sql} LIMIT ${FEW + 1}) found`,
    )
    .pluck()
    .get(...params) as number;
  return found > FEW ? 'INDEXED BY finding_list_order' : index;
}
