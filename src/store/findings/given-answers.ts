import type { GivenAnswer } from '../../model/ports/findings.js';
import type { Review } from '../../model/review.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { answerWriter } from './write-answer.js';

type Stored = Review & {
  former_state: Review['state'] | null;
  former_comment: string | null;
  former_who: string | null;
  former_at: string | null;
};

/** Notes an answer under the number of its batch, with what stood before; of one finding answered twice in it, the first. */
export function noteAnswer(db: Database, batch: number, given: Review, former: Review | undefined): void {
  prepared(
    db,
    `INSERT INTO answer_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (batch, fingerprint) DO UPDATE SET state = excluded.state, comment = excluded.comment, who = excluded.who`,
  ).run(
    batch,
    given.fingerprint,
    given.state,
    given.comment,
    given.who,
    given.at,
    former?.state ?? null,
    former?.comment ?? null,
    former?.who ?? null,
    former?.at ?? null,
  );
}

export const nextBatch = (db: Database): number =>
  prepared(db, 'SELECT coalesce(max(batch), 0) + 1 FROM answer_rows').pluck().get() as number;

/** An answer given stands as long as nobody has answered since. */
const STANDS = `EXISTS (SELECT 1 FROM review_rows v WHERE v.fingerprint = a.fingerprint
  AND v.state = a.state AND v.comment IS NOT DISTINCT FROM a.comment AND v.who = a.who AND v.at = a.at)`;

/** The answers of a batch, in the order of their findings. */
export function givenAnswers(db: Database, batch: number): GivenAnswer[] {
  const rows = prepared(
    db,
    `SELECT max(l.id) AS id, a.state, a.comment, a.who, coalesce(a.former_state, 'open') AS former, a.undone, ${STANDS} AS stands
     FROM answer_rows a JOIN finding_list_rows l ON l.fingerprint = a.fingerprint
     WHERE a.batch = ? GROUP BY a.batch, a.fingerprint ORDER BY 1`,
  ).all(batch) as (Omit<GivenAnswer, 'isUndone' | 'isReplaced'> & { undone: number; stands: number })[];
  return rows.map(({ undone, stands, ...answer }) => ({
    ...answer,
    isUndone: undone === 1,
    isReplaced: undone === 0 && stands === 0,
  }));
}

/** Puts back what stood before each answer of the batch that stands still, in one transaction; answers the batch as it is then. */
export function undoAnswers(db: Database, batch: number): GivenAnswer[] {
  return db
    .transaction(() => {
      const standing = prepared(
        db,
        `SELECT a.* FROM answer_rows a WHERE a.batch = ? AND a.undone = 0 AND ${STANDS}`,
      ).all(batch) as Stored[];
      const write = answerWriter(db);
      for (const { fingerprint, former_state, former_comment, former_who, former_at } of standing) {
        write.put(
          fingerprint,
          former_state === null || former_who === null || former_at === null
            ? null
            : { state: former_state, comment: former_comment, who: former_who, at: former_at },
        );
        prepared(db, 'UPDATE answer_rows SET undone = 1 WHERE batch = ? AND fingerprint = ?').run(
          batch,
          fingerprint,
        );
      }
      write.recount();
      return givenAnswers(db, batch);
    })
    .immediate();
}
