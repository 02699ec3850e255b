import type { AuditScope, RuleCount } from '../../model/finding.js';
import type { LoneRules, SavedRun } from '../../model/ports/findings.js';
import { addUpCounts, emptyCount } from '../../model/rule-counts.js';
import { countFindings } from '../derived/count-findings.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';
import { countsOfRuns, isChecked } from './audit-record.js';
import { beginRun, openRun } from './begin-run.js';
import { confirmFindings } from './confirm-findings.js';
import { listRun } from './finding-list.js';
import { answered, NOT_LOOKED_AT, whollyIn } from './looks.js';
import { ofRule, type RuleChanges } from './place-findings.js';
import { compared, noteChecked, resolveOthers, ruleCountRows } from './save-run.js';

/** See `FindingSink.endAudit`; in one transaction. @param at when, ISO 8601 */
export function endAudit(
  db: Database,
  parts: readonly AuditScope[],
  lone: LoneRules,
  ruleset: string,
  at: string,
): SavedRun | null {
  return db
    .transaction((): SavedRun | null => {
      if (isChecked(db, {}, ruleset) || isSomethingLeft(db, lone)) return null;
      const runs = parts.map((scope) => partRun(db, scope, ruleset));
      if (!runs.every((each) => each !== null)) return null;
      const since = Math.min(openRun(db) ?? Number.POSITIVE_INFINITY, ...runs);
      const looks = prepared(db, 'SELECT counts FROM looked_rows WHERE counts IS NOT NULL')
        .pluck()
        .all() as Buffer[];
      const run = beginRun(db, {}, at, looks.length);
      noteChecked(db, run, ruleset);
      const byRule = new Map<string, RuleChanges>();
      confirmFindings(
        db,
        run,
        since,
        { sql: 'sha256 IN (SELECT sha256 FROM looked_rows)', params: [] },
        byRule,
      );
      // On documents or disclosures that are there no longer.
      for (const [rule, count] of resolveOthers(db, run, {}, null)) ofRule(byRule, rule).resolved = count;
      listRun(db, run);
      const counts: RuleCount[] = addUpCounts([
        ...lone.ids.map(emptyCount),
        ...answered(looks),
        ...countsOfRuns(db, runs),
      ]);
      insertRows(db, { run_rule_rows: ruleCountRows(run, counts, byRule) });
      countFindings(db);
      return compared(run, byRule);
    })
    .immediate();
}

const isSomethingLeft = (db: Database, { ruleset }: LoneRules): boolean =>
  prepared(db, `SELECT EXISTS (SELECT 1 FROM document_rows o WHERE ${whollyIn({}).sql} AND ${NOT_LOOKED_AT})`)
    .pluck()
    .get(ruleset) === 1;

/** The run of a part that has seen the documents as they are. */
const partRun = (db: Database, scope: AuditScope, ruleset: string): number | null =>
  prepared(
    db,
    `SELECT max(c.run) FROM checked_rows c JOIN run_rows r ON r.id = c.run JOIN change_rows n ON n.changes = c.changes
     WHERE c.rules = ? AND r.scope = ?`,
  )
    .pluck()
    .get(ruleset, JSON.stringify(scope)) as number | null;
