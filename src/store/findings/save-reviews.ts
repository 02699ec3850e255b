import type { Database } from 'better-sqlite3';
import type { NewReview, ReviewResult } from '../../model/ports/findings.js';
import type { Review } from '../../model/review.js';
import { prepared } from '../ground/rows.js';
import { listAnswer } from './finding-list.js';

/**
 * Stores answers in one transaction, in their order.
 * @param at when, ISO 8601
 */
export function saveReviews(db: Database, reviews: readonly NewReview[], at: string): ReviewResult[] {
  const isKnown = prepared(db, 'SELECT 1 FROM finding_rows WHERE fingerprint = ? LIMIT 1').pluck();
  const find = prepared(
    db,
    'SELECT fingerprint, state, comment, who, at FROM review_rows WHERE fingerprint = ?',
  );
  const save = prepared(
    db,
    `INSERT INTO review_rows (fingerprint, state, comment, who, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET
       state = excluded.state, comment = excluded.comment, who = excluded.who, at = excluded.at`,
  );
  const saveOne = (review: NewReview): ReviewResult => {
    const { fingerprint, state, comment, who, basedOn } = review;
    const stored = find.get(fingerprint) as Review | undefined;
    if (!stored && isKnown.get(fingerprint) === undefined) return { kind: 'unknown', review };
    if ((stored?.state ?? 'open') === state && (stored?.comment ?? null) === comment) {
      return { kind: 'unchanged', review };
    }
    if (stored && basedOn !== undefined && basedOn !== stored.at) return { kind: 'outdated', review, stored };
    save.run(fingerprint, state, comment, who, at);
    listAnswer(db, fingerprint, state);
    return { kind: 'saved', review };
  };
  return db.transaction(() => reviews.map(saveOne)).immediate();
}
