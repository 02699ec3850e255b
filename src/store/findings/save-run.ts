import type { Database } from 'better-sqlite3';
import type { AuditRun, AuditScope, Finding } from '../../model/finding.js';
import type { FindingSink } from '../../model/ports/findings.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import { countFindings } from '../derived/count-findings.js';
import { insertRows, prepared, type SqlRow } from '../ground/rows.js';
import { listRun } from './finding-list.js';

type SavedRun = Awaited<ReturnType<FindingSink['saveRun']>>;

interface OpenFinding {
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
}

/**
 * Stores a run in one transaction and compares it with what was open before: a finding is unchanged when its fingerprint was
 * open, new otherwise; what was open within the scope of this run (its documents and rules) and is not found again
 * is resolved. Findings outside the scope stay open. A finding keeps its id over the runs.
 * @param at when, ISO 8601
 */
export function saveRun(db: Database, run: AuditRun, at: string): SavedRun {
  return db
    .transaction((): SavedRun => {
      const runId = Number(
        prepared(db, 'INSERT INTO run_rows (at, scope, documents) VALUES (?, ?, ?)').run(
          at,
          JSON.stringify(run.scope),
          run.documents,
        ).lastInsertRowid,
      );
      const before = openFindings(db, run.scope);
      const placed = placeFindings(db, run.findings);
      const close = prepared(
        db,
        'UPDATE finding_rows SET open = 0 WHERE fingerprint = ? AND occurrence = ? AND open = 1',
      );
      for (const each of placed) close.run(each.finding.fingerprint, each.occurrence);
      insertRows(db, { finding_rows: placed.map((each) => findingRow(runId, each)) });
      const found = new Set(placed.map((each) => keyOf(each.finding.fingerprint, each.occurrence)));
      const resolved = before.filter((each) => !found.has(keyOf(each.fingerprint, each.occurrence)));
      for (const each of resolved) close.run(each.fingerprint, each.occurrence);
      listRun(db, runId);
      insertRows(db, { run_rule_rows: countRows(runId, run, placed, resolved) });
      countFindings(db);
      return {
        runId,
        fresh: placed.filter((each) => each.state === 'new').map((each) => each.finding),
        unchanged: placed.filter((each) => each.state === 'unchanged').map((each) => each.finding),
        resolved: resolved.map((each) => JSON.parse(each.data) as Finding),
      };
    })
    .immediate();
}

const keyOf = (fingerprint: string, occurrence: number): string => `${fingerprint}#${occurrence}`;

/** Findings open before this run that it looked at: all, or those on the disclosures and by the rules of its scope. */
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
      `SELECT fingerprint, occurrence, rule, data FROM finding_rows
       WHERE open = 1 AND ${inScope} AND ${byRule} ORDER BY id`,
    )
    .all(...params, ...(rules ? [JSON.stringify(rules)] : [])) as OpenFinding[];
}

/** Gives every finding its id: the one its fingerprint had in an earlier run, else the next free one. */
function placeFindings(db: Database, findings: Finding[]): PlacedFinding[] {
  const earlier = prepared(
    db,
    'SELECT id, open FROM finding_rows WHERE fingerprint = ? AND occurrence = ? ORDER BY run DESC LIMIT 1',
  );
  let next = prepared(db, 'SELECT coalesce(max(id), 0) + 1 FROM finding_rows').pluck().get() as number;
  const occurrences = new Map<string, number>();
  return findings.map((finding) => {
    const occurrence = occurrences.get(finding.fingerprint) ?? 0;
    occurrences.set(finding.fingerprint, occurrence + 1);
    const known = earlier.get(finding.fingerprint, occurrence) as { id: number; open: number } | undefined;
    return {
      finding,
      occurrence,
      id: known?.id ?? next++,
      state: known?.open === 1 ? 'unchanged' : 'new',
    };
  });
}

function findingRow(run: number, { finding, id, occurrence, state }: PlacedFinding): SqlRow {
  const shown =
    finding.evidence.find((operand) => operand.document === finding.document) ?? finding.evidence[0];
  return {
    run,
    id,
    fingerprint: finding.fingerprint,
    occurrence,
    open: 1,
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
    data: JSON.stringify(finding),
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
