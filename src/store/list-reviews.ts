import type { Database } from 'better-sqlite3';
import type { Severity } from '../model/finding.js';
import type { ReviewState } from '../model/review.js';
import { prepared } from './rows.js';

/** A finding as its newest run shows it, with the reviewer's answer. */
export interface ReviewedFinding {
  id: number;
  fingerprint: string;
  state: ReviewState;
  comment: string | null;
  who: string | null;
  /** When it was answered, ISO 8601; null where nobody has. */
  at: string | null;
  /** 1: still reported; 0: a later run over it no longer does. */
  reported: number;
  severity: Severity;
  region: string | null;
  year: number | null;
  department: string | null;
  project: string | null;
  rule: string;
  message: string;
}

/** Findings that are still reported or that somebody has answered, gravest first, then by yuan. */
export function listReviews(db: Database, state?: ReviewState): ReviewedFinding[] {
  return prepared(
    db,
    `SELECT
       f.id, f.fingerprint, coalesce(v.state, 'open') AS state, v.comment, v.who, v.at, f.open AS reported, f.severity,
       iif(d.id IS NULL, o.region, d.region) AS region,
       iif(d.id IS NULL, o.year, d.year) AS year,
       iif(d.id IS NULL, o.department, d.department) AS department,
       f.project, f.rule, f.message
     FROM finding_rows f
     LEFT JOIN review_rows v ON v.fingerprint = f.fingerprint
     LEFT JOIN document_rows o ON o.sha256 = f.sha256
     LEFT JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = f.disclosure
     WHERE f.run = (SELECT max(l.run) FROM finding_rows l WHERE l.fingerprint = f.fingerprint)
       AND (f.open = 1 OR v.fingerprint IS NOT NULL)
       AND (:state IS NULL OR coalesce(v.state, 'open') = :state)
     ORDER BY
       CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
       abs(coalesce(f.difference_fen, 0)) DESC, f.rule, f.fingerprint, f.id`,
  ).all({ state: state ?? null }) as ReviewedFinding[];
}
