import { type Review, STANDING_ANSWERS } from '../../model/review.js';
import { recountFindings } from '../derived/count-findings.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { listAnswer } from './finding-list.js';

/** Writes which answer stands on findings, within a transaction of the caller's; null: nobody's. */
export interface AnswerWriter {
  put(fingerprint: string, answer: Omit<Review, 'fingerprint'> | null): void;
  /** Counts the findings of the documents that were touched anew; once, when all is written. */
  recount(): void;
}

export function answerWriter(db: Database): AnswerWriter {
  const save = prepared(
    db,
    `INSERT INTO review_rows (fingerprint, state, comment, who, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET
       state = excluded.state, comment = excluded.comment, who = excluded.who, at = excluded.at`,
  );
  const remove = prepared(db, 'DELETE FROM review_rows WHERE fingerprint = ?');
  const settle = prepared(
    db,
    'UPDATE finding_rows SET settled = ? WHERE fingerprint = ? AND open = 1 AND settled <> ? RETURNING sha256',
  ).pluck();
  const touched = new Set<string>();
  return {
    put: (fingerprint, answer) => {
      if (answer) save.run(fingerprint, answer.state, answer.comment, answer.who, answer.at);
      else remove.run(fingerprint);
      listAnswer(db, fingerprint, answer?.state ?? null);
      const isStanding = STANDING_ANSWERS.some((each) => each === (answer?.state ?? 'open'));
      const settled = isStanding ? 0 : 1;
      for (const sha256 of settle.all(settled, fingerprint, settled) as string[]) touched.add(sha256);
    },
    recount: () => {
      for (const sha256 of touched) recountFindings(db, sha256);
    },
  };
}
