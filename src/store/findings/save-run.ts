import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { AuditScope, Finding } from '../../model/finding.js';
import type { FindingSink, SavedRun } from '../../model/ports/findings.js';
import { STANDING_ANSWERS } from '../../model/review.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import { countFindings } from '../derived/count-findings.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared, type SqlRow } from '../ground/rows.js';
import { saveDisclosures } from './audit-record.js';
import { carryAnswers } from './carry-answers.js';
import { listRun } from './finding-list.js';

type RunToSave = Parameters<FindingSink['saveRun']>[0];

interface OpenFinding {
  run: number;
  id: number;
  open: number;
  data: string;
}

/** Findings of one rule against what stood. */
interface Compared {
  fresh: number;
  unchanged: number;
  resolved: number;
}

/**
 * Stores a run in one transaction and compares it with what stood before: a finding is unchanged when its fingerprint stood,
 * new otherwise; what stood within the scope of this run (its documents and rules) and is not found again is resolved.
 * Findings outside the scope stand on. A finding keeps its id over the runs, and its row as long as it says the same.
 * @param at when, ISO 8601
 */
export function saveRun(
  db: Database,
  run: RunToSave,
  disclosures: Iterable<AuditedDisclosure>,
  at: string,
): SavedRun {
  return db
    .transaction((): SavedRun => {
      const runId = beginRun(db, run, at);
      carryAnswers(db, run.findings);
      const byRule = placeFindings(db, runId, run.findings);
      prepared(db, NOTE_READERS).run(runId);
      for (const [rule, count] of resolveOthers(db, runId, run.scope)) ofRule(byRule, rule).resolved = count;
      listRun(db, runId);
      insertRows(db, { run_rule_rows: countRows(runId, run.rules, byRule) });
      countFindings(db);
      if (run.scope.rules === undefined) saveDisclosures(db, runId, disclosures);
      const total = (count: keyof Compared): number =>
        [...byRule.values()].reduce((sum, each) => sum + each[count], 0);
      return { runId, fresh: total('fresh'), unchanged: total('unchanged'), resolved: total('resolved') };
    })
    .immediate();
}

const NOTE_READERS = `UPDATE finding_rows SET reader = (
  SELECT o.reader_version FROM document_rows o WHERE o.sha256 = finding_rows.sha256) WHERE run = ?`;

function beginRun(db: Database, { scope, documents, ruleset }: RunToSave, at: string): number {
  const runId = prepared(
    db,
    `INSERT INTO run_rows (id, at, scope, documents)
     SELECT coalesce(max(id), 0) + 1, ?, ?, ? FROM run_rows RETURNING id`,
  )
    .pluck()
    .get(at, JSON.stringify(scope), documents) as number;
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

/**
 * Stores what a run found. A finding has the id its fingerprint had in an earlier run, else the next free one; one that says what
 * stood is only confirmed.
 */
function placeFindings(db: Database, run: number, findings: Iterable<Finding>): Map<string, Compared> {
  const earlier = prepared(
    db,
    `SELECT run, id, open, data FROM finding_rows WHERE fingerprint = ? AND occurrence = ? ORDER BY run DESC LIMIT 1`,
  );
  const alike = prepared(
    db,
    'SELECT count(*) FROM finding_rows WHERE fingerprint = ? AND last_run = ?',
  ).pluck();
  const confirm = prepared(
    db,
    `UPDATE finding_rows SET last_run = ?, state = 'unchanged' WHERE run = ? AND id = ?`,
  );
  const close = prepared(db, 'UPDATE finding_rows SET open = 0 WHERE run = ? AND id = ?');
  const settled = settledFingerprints(db);
  const byRule = new Map<string, Compared>();
  let next = prepared(db, 'SELECT coalesce(max(id), 0) + 1 FROM finding_rows').pluck().get() as number;
  for (const finding of findings) {
    const { fingerprint, rule } = finding;
    const occurrence = Number(alike.get(fingerprint, run));
    const known = earlier.get(fingerprint, occurrence) as OpenFinding | undefined;
    const stood = known?.open === 1 ? known : null;
    ofRule(byRule, rule)[stood ? 'unchanged' : 'fresh'] += 1;
    const data = JSON.stringify(finding);
    if (stood?.data === data) {
      confirm.run(run, stood.run, stood.id);
      continue;
    }
    if (stood) close.run(stood.run, stood.id);
    const placed = { finding, id: known?.id ?? next++, occurrence, stood: stood !== null, data };
    insertRows(db, { finding_rows: [findingRow(run, placed, settled.has(fingerprint))] });
  }
  return byRule;
}

function ofRule(byRule: Map<string, Compared>, rule: string): Compared {
  const compared = byRule.get(rule) ?? { fresh: 0, unchanged: 0, resolved: 0 };
  byRule.set(rule, compared);
  return compared;
}

/**
 * Closes the findings that stood before this run, that it looked at (all, or those on the disclosures and by the rules of its
 * scope) and that it has not found.
 * @returns how many, by rule
 */
function resolveOthers(db: Database, run: number, { rules, ...where }: AuditScope): [string, number][] {
  const { sql, params } = scopeCondition(where);
  // A finding on a document or disclosure that has left the store is looked at by a run over everything only.
  const inScope =
    sql === 'TRUE'
      ? 'TRUE'
      : `(sha256, disclosure) IN (SELECT o.sha256, d.ordinal
         FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE ${sql})`;
  const byRule = rules ? 'rule IN (SELECT value FROM json_each(?))' : 'TRUE';
  const others = `open = 1 AND last_run <> ? AND ${inScope} AND ${byRule}`;
  const given = [run, ...params, ...(rules ? [JSON.stringify(rules)] : [])];
  const counts = db
    .prepare(`SELECT rule, count(*) FROM finding_rows WHERE ${others} GROUP BY rule`)
    .raw()
    .all(...given) as [string, number][];
  db.prepare(`UPDATE finding_rows SET open = 0 WHERE ${others}`).run(...given);
  return counts;
}

interface PlacedFinding {
  finding: Finding;
  id: number;
  occurrence: number;
  /** Whether it stood before, saying something else. */
  stood: boolean;
  /** The finding as it is stored. */
  data: string;
}

function findingRow(
  run: number,
  { finding, id, occurrence, stood, data }: PlacedFinding,
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
    state: stood ? 'unchanged' : 'new',
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
function countRows(run: number, rules: RunToSave['rules'], byRule: Map<string, Compared>): SqlRow[] {
  const counted = new Map(rules.map((count) => [count.rule, count]));
  return [...new Set([...counted.keys(), ...byRule.keys()])].map((rule) => {
    const count = counted.get(rule);
    return {
      run,
      rule,
      pass: count?.pass ?? 0,
      fail: count?.fail ?? 0,
      review: count?.review ?? 0,
      not_applicable: count?.notApplicable ?? 0,
      not_evaluated: count?.notEvaluated ?? 0,
      reasons: JSON.stringify(count?.reasons ?? {}),
      fresh: 0,
      unchanged: 0,
      resolved: 0,
      ...byRule.get(rule),
    };
  });
}
