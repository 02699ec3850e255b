import type { Finding } from '../../model/finding.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

interface FormerFinding {
  fingerprint: string;
  rule: string;
  field: string;
  project: string | null;
}

/**
 * Moves findings of before the fingerprint named its document, with their answers, to the fingerprints of these findings: each
 * to the finding on the document that it was about when it was answered (else last), by the same rule, on the same field.
 */
export function carryAnswers(db: Database, found: Iterable<Finding>): void {
  const hasFormer = prepared(db, 'SELECT EXISTS (SELECT 1 FROM finding_rows WHERE matter IS NULL)').pluck();
  if (hasFormer.get() === 0) return;
  const findings = [...found];
  const waiting = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    waiting.set(place, [...(waiting.get(place) ?? []), finding]);
  }
  for (const document of new Set(findings.map((each) => each.document))) {
    for (const former of formerOf(db, document)) {
      const now = waiting.get(placeOf({ ...former, document }))?.shift();
      if (now) rename(db, former.fingerprint, now);
    }
  }
}

const placeOf = ({
  document,
  rule,
  project,
  field,
}: Pick<Finding, 'document' | 'rule' | 'project' | 'field'>) =>
  JSON.stringify([document, rule, project, field]);

/** Former findings on a document, in the order they had in it. */
const formerOf = (db: Database, document: string): FormerFinding[] =>
  prepared(
    db,
    `SELECT f.fingerprint, f.rule, f.data ->> 'field' AS field, f.project
     FROM finding_rows f LEFT JOIN review_rows v ON v.fingerprint = f.fingerprint
     WHERE f.sha256 = ? AND f.matter IS NULL AND (f.run, f.id) = (
       SELECT s.run, s.id FROM finding_rows s JOIN run_rows r ON r.id = s.run
       WHERE s.fingerprint = f.fingerprint ORDER BY (v.at IS NULL OR r.at <= v.at) DESC, s.run DESC LIMIT 1)
     ORDER BY f.id`,
  ).all(document) as FormerFinding[];

function rename(db: Database, former: string, { fingerprint, matter }: Finding): void {
  const rows = prepared(db, 'SELECT run, id, data FROM finding_rows WHERE fingerprint = ?').all(former) as {
    run: number;
    id: number;
    data: string;
  }[];
  const write = prepared(
    db,
    'UPDATE finding_rows SET fingerprint = ?, matter = ?, data = ? WHERE run = ? AND id = ?',
  );
  for (const { run, id, data } of rows) {
    const { fingerprint: _, ...said } = JSON.parse(data) as Omit<Finding, 'matter'>;
    write.run(fingerprint, matter, JSON.stringify({ fingerprint, matter, ...said }), run, id);
  }
  prepared(db, 'UPDATE finding_list_rows SET fingerprint = ? WHERE fingerprint = ?').run(fingerprint, former);
  prepared(db, 'UPDATE review_rows SET fingerprint = ? WHERE fingerprint = ?').run(fingerprint, former);
  prepared(db, 'UPDATE answer_rows SET fingerprint = ? WHERE fingerprint = ?').run(fingerprint, former);
  prepared(db, 'INSERT INTO former_fingerprint_rows VALUES (?, ?)').run(former, fingerprint);
}
