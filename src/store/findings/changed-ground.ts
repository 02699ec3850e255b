import type { Database } from 'better-sqlite3';
import type { ChangedReview } from '../../model/ports/findings.js';
import { prepared } from '../ground/rows.js';

/** The row of a finding that was the newest when it was answered, its row now, and the reader of its document now. */
const CHANGED = `
WITH answered AS (
  SELECT v.fingerprint, v.state, v.who, v.at,
    (SELECT f.run FROM finding_rows f JOIN run_rows r ON r.id = f.run
     WHERE f.fingerprint = v.fingerprint AND r.at <= v.at ORDER BY f.run DESC LIMIT 1) AS seen,
    (SELECT max(f.run) FROM finding_rows f WHERE f.fingerprint = v.fingerprint) AS newest
  FROM review_rows v WHERE v.state <> 'open')
SELECT n.id, a.fingerprint, n.rule, a.state, a.who, a.at AS answeredAt,
  s.message AS before, iif(n.open = 1, n.message, NULL) AS after,
  s.rule_version AS ruleVersionBefore, n.rule_version AS ruleVersionAfter,
  s.reader AS readerBefore, iif(n.open = 1 AND n.run <> s.run, n.reader, o.reader_version) AS readerAfter,
  o.sha256 IS NOT NULL AS isStored
FROM answered a
JOIN finding_rows s ON s.run = a.seen AND s.fingerprint = a.fingerprint
JOIN finding_rows n ON n.run = a.newest AND n.fingerprint = a.fingerprint
LEFT JOIN document_rows o ON o.sha256 = n.sha256
WHERE n.run <> s.run OR n.open = 0
ORDER BY n.id`;

/** Findings somebody has answered that say something else since, or are found no longer; by id. */
export const changedGround = (db: Database): ChangedReview[] =>
  (prepared(db, CHANGED).all() as (Omit<ChangedReview, 'isStored'> & { isStored: number })[]).map((row) => ({
    ...row,
    isStored: row.isStored === 1,
  }));
