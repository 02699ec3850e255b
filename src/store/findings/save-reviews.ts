import type { NewReview, ReviewResult } from '../../model/ports/findings.js';
import type { Review } from '../../model/review.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { nextBatch, noteAnswer } from './given-answers.js';
import { answerWriter } from './write-answer.js';

/**
 * Stores answers in one transaction, in their order, and notes them as one batch.
 * @param at when, ISO 8601
 */
export function saveReviews(db: Database, reviews: readonly NewReview[], at: string): ReviewResult[] {
  const isKnown = prepared(db, 'SELECT 1 FROM finding_rows WHERE fingerprint = ? LIMIT 1').pluck();
  const find = prepared(
    db,
    'SELECT fingerprint, state, comment, who, at FROM review_rows WHERE fingerprint = ?',
  );
  const isNow = prepared(db, 'SELECT fingerprint FROM former_fingerprint_rows WHERE former = ?').pluck();
  return db
    .transaction(() => {
      const batch = nextBatch(db);
      const write = answerWriter(db);
      const results = reviews.map((given): ReviewResult => {
        const { state, comment, who, basedOn } = given;
        const fingerprint = (isNow.get(given.fingerprint) as string | undefined) ?? given.fingerprint;
        const review = { ...given, fingerprint };
        const stored = find.get(fingerprint) as Review | undefined;
        if (!stored && isKnown.get(fingerprint) === undefined) return { kind: 'unknown', review };
        if ((stored?.state ?? 'open') === state && (stored?.comment ?? null) === comment) {
          return { kind: 'unchanged', review };
        }
        if (stored && basedOn !== undefined && basedOn !== stored.at) {
          return { kind: 'outdated', review, stored };
        }
        write.put(fingerprint, { state, comment, who, at });
        noteAnswer(db, batch, { fingerprint, state, comment, who, at }, stored);
        return { kind: 'saved', review, batch };
      });
      write.recount();
      return results;
    })
    .immediate();
}
