import { randomUUID } from 'node:crypto';
import type { AuditScope, RuleCount } from '../../model/finding.js';
import type { AuditBegun, LoneRules, LookedAt } from '../../model/ports/findings.js';
import { addUpCounts } from '../../model/rule-counts.js';
import { scopeCondition } from '../conditions/scope-condition.js';
import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { packJson, unpackJson } from '../ground/pack-json.js';
import { prepared } from '../ground/rows.js';

/** See `FindingSink.beginAudit`. */
export function beginAudit(
  db: Database,
  scope: AuditScope,
  { ruleset }: LoneRules,
  again = false,
): AuditBegun {
  return db
    .transaction((): AuditBegun => {
      const mark = randomUUID();
      const { sql, params } = whollyIn(scope);
      const looks = again
        ? []
        : (db
            .prepare(
              `SELECT l.sha256, l.counts FROM looked_rows l JOIN document_rows o ON o.sha256 = l.sha256
               WHERE l.rules = ? AND l.counts IS NOT NULL AND ${sql}`,
            )
            .all(ruleset, ...params) as { sha256: string; counts: Buffer }[]);
      const marked = db
        .prepare(
          `INSERT INTO looked_rows (sha256, mark, rules) SELECT o.sha256, ?, ? FROM document_rows o
           WHERE ${sql} AND ${again ? 'TRUE' : NOT_LOOKED_AT}
           ON CONFLICT (sha256) DO UPDATE SET mark = excluded.mark, rules = excluded.rules, counts = NULL
           RETURNING sha256`,
        )
        .pluck()
        .all(mark, ruleset, ...params, ...(again ? [] : [ruleset])) as string[];
      return {
        mark,
        marked: new Set(marked),
        standing: new Set(looks.map(({ sha256 }) => sha256)),
        counts: answered(looks.map(({ counts }) => counts)),
        changes: prepared(db, 'SELECT changes FROM change_rows').pluck().get() as number,
      };
    })
    .immediate();
}

/** Of a document `o`; its parameter is the ruleset. */
export const NOT_LOOKED_AT =
  'NOT EXISTS (SELECT 1 FROM looked_rows k WHERE k.sha256 = o.sha256 AND k.counts IS NOT NULL AND k.rules = ?)';

/** Documents `o` that stand, all of whose disclosures lie in the scope. */
export function whollyIn(scope: AuditScope): Condition {
  const inside = scopeCondition(scope, 'd');
  const other = scopeCondition(scope, 'e');
  return {
    sql: `o.superseded_by IS NULL AND EXISTS (SELECT 1 FROM disclosure_rows d WHERE d.document = o.number AND ${inside.sql})
      AND NOT EXISTS (SELECT 1 FROM disclosure_rows e WHERE e.document = o.number AND (${other.sql}) IS NOT TRUE)`,
    params: [...inside.params, ...other.params],
  };
}

const HELD = 'SELECT sha256 FROM looked_rows WHERE mark = ? AND counts IS NULL';

/** Those of the marked documents that have not changed since. @param among only these; all by default */
export const heldBy = (db: Database, { mark }: AuditBegun, among?: readonly string[]): Set<string> =>
  new Set(
    (among
      ? prepared(db, `${HELD} AND sha256 IN (SELECT value FROM json_each(?))`)
          .pluck()
          .all(mark, JSON.stringify(among))
      : prepared(db, HELD).pluck().all(mark)) as string[],
  );

/** Keeps what the rules answered of documents, which are looked at from now on. */
export function keepAnswers(db: Database, { answers }: LookedAt, held: ReadonlySet<string>): void {
  const keep = prepared(db, 'UPDATE looked_rows SET counts = ? WHERE sha256 = ?');
  for (const { document, counts } of answers) if (held.has(document)) keep.run(packJson(counts), document);
}

/** What the rules answered of documents, by rule. */
export const answered = (packed: readonly Buffer[]): RuleCount[] => addUpCounts(all(packed));

function* all(packed: readonly Buffer[]): Generator<RuleCount> {
  for (const counts of packed) yield* unpackJson<RuleCount[]>(counts);
}
