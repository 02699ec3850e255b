import { auditDisclosures } from '../audit/run/audit-disclosures.js';
import { byGravity, type RunRecord, rulesetOf, type TakeFindings } from '../audit/run/run-audit.js';
import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import { gravity } from '../model/facts/severities.js';
import type { AuditRun, AuditScope, DocumentAnswers, Finding } from '../model/finding.js';
import type { AuditSource } from '../model/ports/documents.js';
import type { SavedRun } from '../model/ports/findings.js';
import type { PilePlace } from '../model/ports/pile.js';
import type { Store } from '../model/ports/store.js';
import { addUpCounts } from '../model/rule-counts.js';
import { auditScope } from './audit-scope.js';
import { LONE_RULES, RULES } from './rules.js';

/** A run that was made and kept, and how it compares with what stood before. */
export interface StoredRun {
  run: RunRecord;
  saved: SavedRun;
}

interface AuditOptions {
  /** Look again where nothing has changed since the last look. */
  again?: boolean;
  /** Told of every document looked at, before the rules look at it. */
  seen?: () => void;
  /** Told of what is found as it is found. */
  found?: TakeFindings;
}

/**
 * Runs the rules over a store and keeps what they find, unless they have seen the documents of the scope as they are. What
 * stands outside the scope stands on.
 * @param given all by default
 * @returns null where documents, rules and assignments are those of an earlier run
 * @throws QueryError on a rule, region or department there is not; StoreError when the store cannot be written
 */
export async function auditChanged(
  store: Store,
  given: AuditScope,
  { again = false, ...told }: AuditOptions = {},
): Promise<StoredRun | null> {
  const scope = await auditScope(store, given);
  if (!again && (await store.isChecked(scope, rulesetOf(RULES)))) return null;
  return check(store, scope, { again, ...told });
}

/** As `auditChanged`, whatever was looked at before, with everything found in hand. @throws as it does */
export async function audit(store: Store, given: AuditScope = {}): Promise<AuditRun> {
  const findings: Finding[] = [];
  const found: TakeFindings = (some) => {
    for (const finding of some) findings.push(finding);
  };
  const { run } = await check(store, await auditScope(store, given), { found, again: true });
  return { ...run, findings: findings.sort(byGravity) };
}

/** Gravest first, then by yuan, then by a stable key; as `byGravity`. */
const placeOf = ({ severity, differenceFen, rule, fingerprint }: Finding): PilePlace => [
  gravity(severity),
  -Math.abs(differenceFen ?? 0),
  rule,
  fingerprint,
];

async function check(
  store: Store,
  scope: AuditScope,
  { seen, found, again }: AuditOptions,
): Promise<StoredRun> {
  const findings = store.pile(placeOf);
  const disclosures = store.pile<AuditedDisclosure>(() => []);
  const answers = store.pile<DocumentAnswers>(() => []);
  try {
    // An audit by some rules says nothing of what the others have looked at.
    const begun = scope.rules === undefined ? await store.beginAudit(scope, LONE_RULES, again) : null;
    const run = await auditDisclosures(seen ? watched(store, seen) : store, scope, {
      found: (some) => {
        findings.add(some);
        found?.(some);
      },
      looked: (some, answered) => {
        disclosures.add(some);
        answers.add(answered);
      },
      standing: begun?.standing,
      pile: store.pile,
    });
    if (!begun) return { run, saved: await store.saveRun({ ...run, findings }, disclosures) };
    const whole = { ...run, rules: addUpCounts([...run.rules, ...begun.counts]) };
    const looked = { ...LONE_RULES, begun, answers };
    return { run: whole, saved: await store.saveRun({ ...whole, findings, looked }, disclosures) };
  } finally {
    findings.close();
    disclosures.close();
    answers.close();
  }
}

const watched = (source: AuditSource, seen: () => void): AuditSource => ({
  async *documents(scope) {
    for await (const document of source.documents(scope)) {
      seen();
      yield document;
    }
  },
});
