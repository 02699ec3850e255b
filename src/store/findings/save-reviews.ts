import type { Database } from 'better-sqlite3';
import type { NewReview, ReviewResult } from '../../model/ports/findings.js';
import { type Review, STANDING_ANSWERS } from '../../model/review.js';
import { recountFindings } from '../derived/count-findings.js';
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
  const settle = prepared(
    db,
    'UPDATE finding_rows SET settled = ? WHERE fingerprint = ? AND open = 1 AND settled <> ? RETURNING sha256',
  ).pluck();
  const recounted = new Set<string>();
  const isNow = prepared(db, 'SELECT fingerprint FROM former_fingerprint_rows WHERE former = ?').pluck();
  const saveOne = (given: NewReview): ReviewResult => {
    const { state, comment, who, basedOn } = given;
    const fingerprint = (isNow.get(given.fingerprint) as string | undefined) ?? given.fingerprint;
    const review = { ...given, fingerprint };
    const stored = find.get(fingerprint) as Review | undefined;
    if (!stored && isKnown.get(fingerprint) === undefined) return { kind: 'unknown', review };
    if ((stored?.state ?? 'open') === state && (stored?.comment ?? null) === comment) {
      return { kind: 'unchanged', review };
    }
    if (stored && basedOn !== undefined && basedOn !== stored.at) return { kind: 'outdated', review, stored };
    save.run(fingerprint, state, comment, who, at);
    listAnswer(db, fingerprint, state);
    const isStanding = STANDING_ANSWERS.some((each) => each === state);
    for (const sha256 of settle.all(isStanding ? 0 : 1, fingerprint, isStanding ? 0 : 1) as string[])
      recounted.add(sha256);
    return { kind: 'saved', review };
  };
  return db
    .transaction(() => {
      const results = reviews.map(saveOne);
      for (const sha256 of recounted) recountFindings(db, sha256);
      return results;
    })
    .immediate();
}
