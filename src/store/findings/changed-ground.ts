import type { ChangedReview } from '../../model/ports/findings.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/**
 * The row of a finding that was the newest when it was answered, its row now, and the reader of its document now; of one found
 * no longer, what is found on the same matter in another document: the later version before all others.
 */
const CHANGED = `
WITH answered AS (
  SELECT v.fingerprint, v.state, v.who, v.at,
    (SELECT f.run FROM finding_rows f JOIN run_rows r ON r.id = f.run
     WHERE f.fingerprint = v.fingerprint AND r.at <= v.at ORDER BY f.run DESC LIMIT 1) AS seen,
    (SELECT max(f.run) FROM finding_rows f WHERE f.fingerprint = v.fingerprint) AS newest
  FROM review_rows v WHERE v.state <> 'open')
SELECT n.id, a.fingerprint, n.rule, a.state, a.who, a.at AS answeredAt,
  s.message AS before, iif(n.open = 1, n.message, l.message) AS after,
  s.rule_version AS ruleVersionBefore, iif(l.id IS NULL, n.rule_version, l.rule_version) AS ruleVersionAfter,
  s.reader AS readerBefore, iif(n.open = 1 AND n.run <> s.run, n.reader, o.reader_version) AS readerAfter,
  o.sha256 IS NOT NULL AS isStored, w.number AS supersededBy, l.id AS laterId, lo.number AS laterDocument
FROM answered a
JOIN finding_rows s ON s.run = a.seen AND s.fingerprint = a.fingerprint
JOIN finding_rows n ON n.run = a.newest AND n.fingerprint = a.fingerprint
LEFT JOIN document_rows o ON o.sha256 = n.sha256
LEFT JOIN document_rows w ON w.sha256 = o.superseded_by
LEFT JOIN finding_rows l ON n.open = 0 AND (l.run, l.id) = (
  SELECT c.run, c.id FROM finding_rows c
  WHERE c.matter = n.matter AND c.open = 1 AND c.sha256 <> n.sha256 AND (o.sha256 IS NULL OR c.sha256 = o.superseded_by)
  ORDER BY c.id DESC LIMIT 1)
LEFT JOIN document_rows lo ON lo.sha256 = l.sha256
WHERE n.run <> s.run OR n.open = 0
ORDER BY n.id`;

/** Findings somebody has answered that say something else since, or are found no longer; by id. */
export const changedGround = (db: Database): ChangedReview[] =>
  (prepared(db, CHANGED).all() as (Omit<ChangedReview, 'isStored'> & { isStored: number })[]).map((row) => ({
    ...row,
    isStored: row.isStored === 1,
  }));
