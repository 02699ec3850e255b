import type { Sighting } from '../../model/ports/findings.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** What a finding has said, the newest first. */
export const findingHistory = (db: Database, fingerprint: string, id: number): Sighting[] =>
  prepared(
    db,
    `SELECT f.run, r.at, l.at AS until, f.rule_version, f.reader, f.message
     FROM finding_rows f JOIN run_rows r ON r.id = f.run JOIN run_rows l ON l.id = f.last_run
     WHERE f.fingerprint = ? AND f.id = ? ORDER BY f.run DESC`,
  ).all(fingerprint, id) as Sighting[];
