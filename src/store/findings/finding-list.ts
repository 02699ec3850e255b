import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

const listed = (which: string): string => `INSERT INTO finding_list_rows
  SELECT f.id, f.run, f.fingerprint, f.open,
    CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, abs(coalesce(f.difference_fen, 0)),
    f.rule, f.sha256, f.disclosure, f.project, f.message,
    (SELECT v.state FROM review_rows v WHERE v.fingerprint = f.fingerprint)
  FROM finding_rows f WHERE ${which}
  ON CONFLICT (id) DO UPDATE SET
    run = excluded.run, reported = excluded.reported, gravity = excluded.gravity, stake_fen = excluded.stake_fen,
    rule = excluded.rule, sha256 = excluded.sha256, disclosure = excluded.disclosure, project = excluded.project,
    message = excluded.message`;

/** Brings the list of findings up to a run that was just saved: what it reports, and what is no longer reported. */
export function listRun(db: Database, run: number): void {
  prepared(db, listed('f.last_run = ?')).run(run);
  prepared(
    db,
    'UPDATE finding_list_rows SET reported = 0 WHERE reported = 1 AND id NOT IN (SELECT id FROM finding_rows WHERE open = 1)',
  ).run();
}

/** Brings the list up to date on these findings. */
export function listFindings(db: Database, ids: readonly number[]): void {
  const among = JSON.stringify(ids);
  prepared(db, listed(`f.open = 1 AND f.id IN ${LISTED_NUMBERS}`)).run(among);
  prepared(
    db,
    `UPDATE finding_list_rows SET reported = 0 WHERE id IN ${LISTED_NUMBERS}
     AND NOT EXISTS (SELECT 1 FROM finding_rows f WHERE f.id = finding_list_rows.id AND f.open = 1)`,
  ).run(among);
}

/** Notes a reviewer's answer in the list; null: nobody's. */
export function listAnswer(db: Database, fingerprint: string, state: string | null): void {
  prepared(db, 'UPDATE finding_list_rows SET answer = ? WHERE fingerprint = ?').run(state, fingerprint);
}
