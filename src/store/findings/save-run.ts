import type { Database } from 'better-sqlite3';
import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { AuditRun, AuditScope, Finding } from '../../model/finding.js';
import type { FindingSink } from '../../model/ports/findings.js';
import { STANDING_ANSWERS } from '../../model/review.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import { countFindings } from '../derived/count-findings.js';
import { insertRows, prepared, type SqlRow } from '../ground/rows.js';
import { saveDisclosures } from './audit-record.js';
import { carryAnswers } from './carry-answers.js';
import { listRun } from './finding-list.js';

type SavedRun = Awaited<ReturnType<FindingSink['saveRun']>>;

interface OpenFinding {
  run: number;
  id: number;
  fingerprint: string;
  occurrence: number;
  rule: string;
  data: string;
}

interface PlacedFinding {
  finding: Finding;
  id: number;
  occurrence: number;
  state: 'new' | 'unchanged';
  /** The finding as it is stored. */
  data: string;
  /** What stood of it before. */
  stood: OpenFinding | null;
}

/**
 * Stores a run in one transaction and compares it with what stood before: a finding is unchanged when its fingerprint stood,
 * new otherwise; what stood within the scope of this run (its documents and rules) and is not found again is resolved.
 * Findings outside the scope stand on. A finding keeps its id over the runs, and its row as long as it says the same.
 * @param at when, ISO 8601
 */
export function saveRun(
  db: Database,
  run: AuditRun,
  disclosures: readonly AuditedDisclosure[],
  at: string,
): SavedRun {
  return db
    .transaction((): SavedRun => {
      const runId = beginRun(db, run, at);
      carryAnswers(db, run.findings);
      const before = openFindings(db, run.scope);
      const placed = placeFindings(db, run.findings);
      const confirm = prepared(
        db,
        `UPDATE finding_rows SET last_run = ?, state = 'unchanged' WHERE run = ? AND id = ?`,
      );
      const close = prepared(db, 'UPDATE finding_rows SET open = 0 WHERE run = ? AND id = ?');
      const isSame = ({ data, stood }: PlacedFinding): boolean => stood?.data === data;
      for (const each of placed) {
        if (!each.stood) continue;
        if (isSame(each)) confirm.run(runId, each.stood.run, each.stood.id);
        else close.run(each.stood.run, each.stood.id);
      }
      const settled = settledFingerprints(db);
      const rows = placed
        .filter((each) => !isSame(each))
        .map((each) => findingRow(runId, each, settled.has(each.finding.fingerprint)));
      insertRows(db, { finding_rows: rows });
      prepared(db, NOTE_READERS).run(runId);
      const found = new Set(placed.map((each) => keyOf(each.finding.fingerprint, each.occurrence)));
      const resolved = before.filter((each) => !found.has(keyOf(each.fingerprint, each.occurrence)));
      for (const each of resolved) close.run(each.run, each.id);
      listRun(db, runId);
      insertRows(db, { run_rule_rows: countRows(runId, run, placed, resolved) });
      countFindings(db);
      if (run.scope.rules === undefined) saveDisclosures(db, runId, disclosures);
      return {
        runId,
        fresh: placed.filter((each) => each.state === 'new').map((each) => each.finding),
        unchanged: placed.filter((each) => each.state === 'unchanged').map((each) => each.finding),
        resolved: resolved.map((each) => JSON.parse(each.data) as Finding),
      };
    })
    .immediate();
}

const NOTE_READERS = `UPDATE finding_rows SET reader = (
  SELECT o.reader_version FROM document_rows o WHERE o.sha256 = finding_rows.sha256) WHERE run = ?`;

function beginRun(db: Database, { scope, documents, ruleset }: AuditRun, at: string): number {
  const runId = Number(
    prepared(db, 'INSERT INTO run_rows (at, scope, documents) VALUES (?, ?, ?)').run(
      at,
      JSON.stringify(scope),
      documents,
    ).lastInsertRowid,
  );
  prepared(db, 'INSERT INTO checked_rows SELECT ?, changes, ? FROM change_rows').run(runId, ruleset);
  return runId;
}

function settledFingerprints(db: Database): Set<string> {
  const answered = prepared(
    db,
    `SELECT fingerprint FROM review_rows WHERE state NOT IN (${STANDING_ANSWERS.map((each) => `'${each}'`).join(', ')})`,
  );
  return new Set(answered.pluck().all() as string[]);
}

const keyOf = (fingerprint: string, occurrence: number): string => `${fingerprint}#${occurrence}`;

/** Findings that stood before this run and that it looked at: all, or those on the disclosures and by the rules of its scope. */
function openFindings(db: Database, { rules, ...where }: AuditScope): OpenFinding[] {
  const { sql, params } = scopeCondition(where);
  // A finding on a document or disclosure that has left the store is looked at by a run over everything only.
  const inScope =
    sql === 'TRUE'
      ? 'TRUE'
      : `(sha256, disclosure) IN (SELECT o.sha256, d.ordinal
         FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE ${sql})`;
  const byRule = rules ? 'rule IN (SELECT value FROM json_each(?))' : 'TRUE';
  return db
    .prepare(
      `SELECT run, id, fingerprint, occurrence, rule, data FROM finding_rows
       WHERE open = 1 AND ${inScope} AND ${byRule} ORDER BY id`,
    )
    .all(...params, ...(rules ? [JSON.stringify(rules)] : [])) as OpenFinding[];
}

/** Gives every finding its id: the one its fingerprint had in an earlier run, else the next free one. */
function placeFindings(db: Database, findings: Finding[]): PlacedFinding[] {
  const earlier = prepared(
    db,
    `SELECT run, id, fingerprint, occurrence, rule, open, data FROM finding_rows
     WHERE fingerprint = ? AND occurrence = ? ORDER BY run DESC LIMIT 1`,
  );
  let next = prepared(db, 'SELECT coalesce(max(id), 0) + 1 FROM finding_rows').pluck().get() as number;
  const occurrences = new Map<string, number>();
  return findings.map((finding) => {
    const occurrence = occurrences.get(finding.fingerprint) ?? 0;
    occurrences.set(finding.fingerprint, occurrence + 1);
    const known = earlier.get(finding.fingerprint, occurrence) as
      | (OpenFinding & { open: number })
      | undefined;
    const stood = known?.open === 1 ? known : null;
    const state = stood ? 'unchanged' : 'new';
    return { finding, occurrence, id: known?.id ?? next++, state, data: JSON.stringify(finding), stood };
  });
}

function findingRow(
  run: number,
  { finding, id, occurrence, state, data }: PlacedFinding,
  isSettled: boolean,
): SqlRow {
  const shown =
    finding.evidence.find((operand) => operand.document === finding.document) ?? finding.evidence[0];
  return {
    run,
    last_run: run,
    id,
    fingerprint: finding.fingerprint,
    matter: finding.matter,
    occurrence,
    open: 1,
    settled: isSettled ? 1 : 0,
    state,
    sha256: finding.document,
    disclosure: finding.disclosure,
    rule: finding.rule,
    rule_version: finding.ruleVersion,
    severity: finding.severity,
    verdict: finding.verdict,
    project: finding.project,
    message: finding.message,
    reported: finding.reported,
    expected: finding.expected,
    difference_fen: finding.differenceFen,
    formula: finding.formula,
    quote: shown?.evidence.quote ?? null,
    place: shown?.evidence.place ?? null,
    data,
  };
}

/** Counts of every rule that ran, and of those whose findings are resolved. */
function countRows(
  run: number,
  { rules }: AuditRun,
  placed: PlacedFinding[],
  resolved: OpenFinding[],
): SqlRow[] {
  const counted = new Map(rules.map((count) => [count.rule, count]));
  const names = [...new Set([...counted.keys(), ...resolved.map((each) => each.rule)])];
  return names.map((rule) => {
    const count = counted.get(rule);
    const found = placed.filter((each) => each.finding.rule === rule);
    return {
      run,
      rule,
      pass: count?.pass ?? 0,
      fail: count?.fail ?? 0,
      review: count?.review ?? 0,
      not_applicable: count?.notApplicable ?? 0,
      not_evaluated: count?.notEvaluated ?? 0,
      reasons: JSON.stringify(count?.reasons ?? {}),
      fresh: found.filter((each) => each.state === 'new').length,
      unchanged: found.filter((each) => each.state === 'unchanged').length,
      resolved: resolved.filter((each) => each.rule === rule).length,
    };
  });
}
