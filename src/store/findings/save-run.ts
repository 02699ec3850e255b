import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { AuditScope, Finding, RuleCount } from '../../model/finding.js';
import type { FindingSink, LookedAt, SavedRun } from '../../model/ports/findings.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import { countFindings } from '../derived/count-findings.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared, type SqlRow } from '../ground/rows.js';
import { saveDisclosures } from './audit-record.js';
import { beginRun, openRun } from './begin-run.js';
import { carryAnswers } from './carry-answers.js';
import { confirmFindings } from './confirm-findings.js';
import { listRun } from './finding-list.js';
import { heldBy, keepAnswers } from './looks.js';
import {
  countOccurrences,
  ofRule,
  type Placing,
  placeFindings,
  type RuleChanges,
  settledFingerprints,
} from './place-findings.js';

type RunToSave = Parameters<FindingSink['saveRun']>[0];

/**
 * Stores a run in one transaction and compares it with what stood before: a finding is unchanged when its fingerprint stood,
 * new otherwise; what stood within the scope of this run (its documents and rules) and is not found again is resolved.
 * Findings outside the scope stand on, and those of documents that need not be looked at. A finding keeps its id over the runs, and
 * its row as long as it says the same.
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
      const { looked } = run;
      const since = openRun(db);
      const runId = beginRun(db, run.scope, at, run.documents);
      noteChecked(db, runId, run.ruleset, looked?.begun.changes);
      const held = looked ? heldBy(db, looked.begun) : new Set<string>();
      const isLost = (document: string): boolean =>
        looked?.begun.marked.has(document) === true && !held.has(document);
      const own = { [Symbol.iterator]: () => withoutLost(run.findings, looked, isLost) };
      carryAnswers(db, own);
      const byRule = placeFindings(db, runId, own, {
        occurrencesAmong: occurrencesIn(db, runId),
        settled: settledFingerprints(db),
      });
      const left = looked ? leftAlone(looked, isLost) : null;
      for (const [rule, count] of resolveOthers(db, runId, run.scope, left))
        ofRule(byRule, rule).resolved = count;
      if (looked) confirmFindings(db, runId, since ?? runId, standingIn(run.scope, looked), byRule);
      listRun(db, runId);
      insertRows(db, { run_rule_rows: ruleCountRows(runId, run.rules, byRule) });
      countFindings(db);
      if (run.scope.rules === undefined) saveDisclosures(db, runId, standing(disclosures, isLost));
      if (looked) keepAnswers(db, looked, held);
      return compared(runId, byRule);
    })
    .immediate();
}

/** @param changes when the run began; as many as there are now where it does not say */
export function noteChecked(db: Database, run: number, ruleset: string, changes?: number): void {
  prepared(db, 'INSERT INTO checked_rows SELECT ?, coalesce(?, changes), ? FROM change_rows').run(
    run,
    changes ?? null,
    ruleset,
  );
}

export function compared(runId: number, byRule: ReadonlyMap<string, RuleChanges>): SavedRun {
  const total = (count: keyof RuleChanges): number =>
    [...byRule.values()].reduce((sum, each) => sum + each[count], 0);
  return { runId, fresh: total('fresh'), unchanged: total('unchanged'), resolved: total('resolved') };
}

const ALIKE = `SELECT fingerprint, count(*) FROM finding_rows
  WHERE last_run = ? AND fingerprint IN (SELECT value FROM json_each(?)) GROUP BY 1`;

/** Those this run has stored or confirmed, and those placed with them. */
const occurrencesIn =
  (db: Database, run: number): Placing['occurrencesAmong'] =>
  (fingerprints) =>
    countOccurrences(
      new Map(prepared(db, ALIKE).raw().all(run, JSON.stringify(fingerprints)) as [string, number][]),
    );

function* withoutLost(
  findings: Iterable<Finding>,
  looked: LookedAt | undefined,
  isLost: (document: string) => boolean,
): Generator<Finding> {
  for (const finding of findings) {
    if (!(looked?.ids.includes(finding.rule) && isLost(finding.document))) yield finding;
  }
}

function* standing(
  disclosures: Iterable<AuditedDisclosure>,
  isLost: (document: string) => boolean,
): Generator<AuditedDisclosure> {
  for (const each of disclosures) if (!isLost(each.document)) yield each;
}

/** What the rules over one document said of documents of the scope that need not be looked at again. */
const standingIn = (scope: AuditScope, { ids, ruleset }: LookedAt): Condition =>
  allOf([
    findingsIn(scope),
    { sql: 'rule IN (SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] },
    {
      sql: 'sha256 IN (SELECT sha256 FROM looked_rows WHERE counts IS NOT NULL AND rules = ?)',
      params: [ruleset],
    },
  ]);

/** Findings by the rules over one document on which a run says nothing: somebody else has looked there, or is to look again. */
function leftAlone({ ids, begun, ruleset }: LookedAt, isLost: (document: string) => boolean): Condition {
  return {
    sql: `rule IN (SELECT value FROM json_each(?)) AND (sha256 IN (SELECT value FROM json_each(?))
      OR sha256 IN (SELECT sha256 FROM looked_rows WHERE counts IS NOT NULL AND rules = ?))`,
    params: [JSON.stringify(ids), JSON.stringify([...begun.marked].filter(isLost)), ruleset],
  };
}

/**
 * Closes the findings that stood before this run, that it looked at (all, or those on the disclosures and by the rules of its
 * scope) and that it has not found.
 * @returns how many, by rule
 */
export function resolveOthers(
  db: Database,
  run: number,
  scope: AuditScope,
  left: Condition | null,
): [string, number][] {
  const { sql, params } = allOf([
    { sql: 'open = 1 AND last_run <> ?', params: [run] },
    findingsIn(scope),
    ...(left ? [{ sql: `NOT (${left.sql})`, params: left.params }] : []),
  ]);
  const counts = db
    .prepare(`SELECT rule, count(*) FROM finding_rows WHERE ${sql} GROUP BY rule`)
    .raw()
    .all(...params) as [string, number][];
  db.prepare(`UPDATE finding_rows SET open = 0 WHERE ${sql}`).run(...params);
  return counts;
}

/** Findings a run of this scope answers for. One on a document or disclosure that has left the store is so by a run over everything only. */
function findingsIn({ rules, ...where }: AuditScope): Condition {
  const { sql, params } = scopeCondition(where);
  return allOf([
    ...(sql === 'TRUE'
      ? []
      : [
          {
            sql: `(sha256, disclosure) IN (SELECT o.sha256, d.ordinal
              FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE ${sql})`,
            params,
          },
        ]),
    ...(rules ? [{ sql: 'rule IN (SELECT value FROM json_each(?))', params: [JSON.stringify(rules)] }] : []),
  ]);
}

/** Counts of every rule that ran, and of those whose findings are resolved. */
export function ruleCountRows(
  run: number,
  rules: readonly RuleCount[],
  byRule: ReadonlyMap<string, RuleChanges>,
): SqlRow[] {
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
