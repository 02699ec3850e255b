import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { Finding } from '../../model/finding.js';
import type { FindingSink } from '../../model/ports/findings.js';
import { recountFindings } from '../derived/count-findings.js';
import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { saveDisclosures } from './audit-record.js';
import { beginRun, openRun } from './begin-run.js';
import { carryAnswers } from './carry-answers.js';
import { listFindings } from './finding-list.js';
import { heldBy, keepAnswers } from './looks.js';
import { countOccurrences, placeFindings, settledFingerprints } from './place-findings.js';

/** See `FindingSink.saveLooks`; in one transaction. @param at when, ISO 8601 */
export function saveLooks(
  db: Database,
  looked: Parameters<FindingSink['saveLooks']>[0],
  disclosures: Iterable<AuditedDisclosure>,
  at: string,
): void {
  db.transaction(() => {
    const documents = [...looked.answers].map(({ document }) => document);
    const held = heldBy(db, looked.begun, documents);
    if (held.size === 0) return;
    const findings = [...looked.findings].filter(({ document }) => held.has(document));
    const run = runToJoin(db, held, at);
    carryAnswers(db, findings);
    const placed = placeAll(db, run, findings);
    const closed = closeOthers(db, held, looked.ids, placed);
    if (placed.length + closed.length > 0) {
      listFindings(db, [...placed, ...closed]);
      for (const sha256 of held) recountFindings(db, sha256);
    }
    const before = heldIn(db, run, held);
    saveDisclosures(
      db,
      run,
      [...disclosures].filter(({ document }) => held.has(document)),
    );
    keepAnswers(db, looked, held);
    prepared(db, 'UPDATE run_rows SET documents = documents + ? WHERE id = ?').run(held.size - before, run);
  }).immediate();
}

/** How many of the documents this run has looked at before. */
const heldIn = (db: Database, run: number, held: ReadonlySet<string>): number =>
  prepared(
    db,
    'SELECT count(DISTINCT sha256) FROM audited_rows WHERE run = ? AND sha256 IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .get(run, JSON.stringify([...held])) as number;

/** What somebody has answered stays as it was said then: it is said anew by another run. */
function runToJoin(db: Database, held: ReadonlySet<string>, at: string): number {
  const open = openRun(db);
  const isAnswered = prepared(
    db,
    `SELECT EXISTS (SELECT 1 FROM finding_rows f JOIN review_rows v ON v.fingerprint = f.fingerprint
       WHERE f.open = 1 AND f.run = ? AND f.sha256 IN (SELECT value FROM json_each(?)))`,
  ).pluck();
  const isJoined = open !== null && !isAnswered.get(open, JSON.stringify([...held]));
  return isJoined ? open : beginRun(db, {}, at, 0);
}

/** @returns the ids of the findings */
function placeAll(db: Database, run: number, findings: readonly Finding[]): number[] {
  const occurrenceOf = countOccurrences(new Map());
  const ids: number[] = [];
  const fingerprints = findings.map(({ fingerprint }) => fingerprint);
  placeFindings(db, run, findings, {
    occurrencesAmong: () => occurrenceOf,
    settled: fingerprints.length > 0 ? settledFingerprints(db, fingerprints) : new Set(),
    placed: (id) => ids.push(id),
  });
  return ids;
}

/** Closes what these rules found in the documents before and do not find now. @returns its ids */
const closeOthers = (
  db: Database,
  held: ReadonlySet<string>,
  rules: readonly string[],
  placed: readonly number[],
): number[] =>
  prepared(
    db,
    `UPDATE finding_rows SET open = 0
     WHERE open = 1 AND sha256 IN (SELECT value FROM json_each(?)) AND rule IN (SELECT value FROM json_each(?))
       AND id NOT IN ${LISTED_NUMBERS} RETURNING id`,
  )
    .pluck()
    .all(JSON.stringify([...held]), JSON.stringify(rules), JSON.stringify(placed)) as number[];
