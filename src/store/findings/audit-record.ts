import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { AuditScope, RuleCount } from '../../model/finding.js';
import type { LatestCount } from '../../model/ports/findings.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';

/** Whether a run over all of the scope, by all its rules, has seen the documents as they are. */
export const isChecked = (db: Database, scope: AuditScope, ruleset: string): boolean =>
  prepared(
    db,
    `SELECT 1 FROM checked_rows c JOIN run_rows r ON r.id = c.run JOIN change_rows n ON n.changes = c.changes
     WHERE c.rules = ? AND r.scope IN ('{}', ?) LIMIT 1`,
  )
    .pluck()
    .get(ruleset, JSON.stringify(scope)) === 1;

/** Keeps how disclosures came out in place of what was kept of them. */
export function saveDisclosures(db: Database, run: number, disclosures: Iterable<AuditedDisclosure>): void {
  const forget = prepared(db, 'DELETE FROM audited_rows WHERE sha256 = ? AND disclosure = ?');
  for (const each of disclosures) {
    const { document: sha256, disclosure } = each;
    forget.run(sha256, disclosure);
    insertRows(db, { audited_rows: [{ sha256, disclosure, run, data: JSON.stringify(each) }] });
  }
}

export function* auditedDisclosures(db: Database, scope: AuditScope): Generator<AuditedDisclosure> {
  const { sql, params } = scopeCondition(scope);
  const rows = db
    .prepare(
      `SELECT a.data FROM audited_rows a
       JOIN document_rows o ON o.sha256 = a.sha256
       JOIN disclosure_rows d ON d.document = o.number AND d.ordinal = a.disclosure
       WHERE o.superseded_by IS NULL AND ${sql} ORDER BY o.path, a.disclosure`,
    )
    .pluck()
    .iterate(...params) as IterableIterator<string>;
  for (const data of rows) yield JSON.parse(data) as AuditedDisclosure;
}

export const auditedProvinces = (db: Database): (string | null)[] =>
  prepared(db, 'SELECT DISTINCT province FROM disclosure_rows ORDER BY province NULLS LAST')
    .pluck()
    .all() as (string | null)[];

type CountRow = Omit<RuleCount, 'reasons'> & { reasons: string };

const COUNTS = `c.rule, c.pass, c.fail, c.review, c.not_applicable AS notApplicable, c.not_evaluated AS notEvaluated, c.reasons`;

const countOf = <Row extends CountRow>(row: Row): Omit<Row, 'reasons'> & RuleCount => ({
  ...row,
  reasons: JSON.parse(row.reasons) as Record<string, number>,
});

/** What rules answered in these runs. */
export const countsOfRuns = (db: Database, runs: readonly number[]): RuleCount[] =>
  (
    prepared(
      db,
      `SELECT ${COUNTS} FROM run_rule_rows c WHERE c.run IN ${LISTED_NUMBERS} ORDER BY c.run, c.rule`,
    ).all(JSON.stringify(runs)) as CountRow[]
  ).map(countOf);

/** What each rule answered in the newest run that had it, by rule. */
export const latestCounts = (db: Database): LatestCount[] =>
  (
    prepared(
      db,
      `SELECT ${COUNTS}, r.at, r.scope
       FROM run_rule_rows c JOIN run_rows r ON r.id = c.run
       WHERE c.run = (SELECT max(l.run) FROM run_rule_rows l WHERE l.rule = c.rule) ORDER BY c.rule`,
    ).all() as (CountRow & { at: string; scope: string })[]
  ).map((row) => ({ ...countOf(row), scope: JSON.parse(row.scope) as AuditScope }));
