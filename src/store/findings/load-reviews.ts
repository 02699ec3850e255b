import type { Review } from '../../model/review.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Every answer of a reviewer, by fingerprint. */
export function loadReviews(db: Database): Map<string, Review> {
  const reviews = prepared(
    db,
    'SELECT fingerprint, state, comment, who, at FROM review_rows ORDER BY fingerprint',
  ).all() as Review[];
  return new Map(reviews.map((review) => [review.fingerprint, review]));
}
