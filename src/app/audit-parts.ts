import { auditDisclosures } from '../audit/run/audit-disclosures.js';
import { rulesetOf } from '../audit/run/run-audit.js';
import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import type { AuditScope, DocumentAnswers, Finding } from '../model/finding.js';
import type { AuditBegun } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import { auditChanged } from './audit.js';
import { LONE_RULES, RULES } from './rules.js';

/** Documents looked at by one transaction. */
const TOGETHER = 50;

const idsOf = (scope: 'department' | 'store'): string[] =>
  RULES.filter((rule) => rule.scope === scope).map(({ id }) => id);

/** The parts of an audit of everything that any number of hosts make, besides the looks at single documents. */
const ofProvince = (province: string | null): AuditScope => ({ province, rules: idsOf('department') });
const ACROSS: AuditScope = { rules: idsOf('store') };

/** Has the rules over one document look at these contents, where they have not seen them as they are. */
export async function auditDocuments(store: Store, documents: readonly string[]): Promise<void> {
  await lookAt(store, await store.beginAudit({ documents: [...documents] }, LONE_RULES));
}

/**
 * Audits what lies in a province (null: in none that is known): by the rules over one document those they have not seen as they are,
 * then by those over the documents of a department. What changes meanwhile is left to the next audit.
 */
export async function auditProvince(store: Store, province: string | null, again: boolean): Promise<void> {
  const begun = await store.beginAudit({ province }, LONE_RULES, again);
  await lookAt(store, begun);
  await auditChanged(store, ofProvince(province), { again });
  await endAudit(store);
}

/** Audits everything by the rules over documents of whatever places. */
export async function auditAcross(store: Store, again: boolean): Promise<void> {
  await auditChanged(store, ACROSS, { again });
  await endAudit(store);
}

/** Whoever makes the last part ends the audit. */
async function endAudit(store: Store): Promise<void> {
  const parts = [...(await store.auditedProvinces()).map(ofProvince), ACROSS];
  await store.endAudit(parts, LONE_RULES, rulesetOf(RULES));
}

async function lookAt(store: Store, begun: AuditBegun): Promise<void> {
  const waiting = [...begun.marked];
  while (waiting.length > 0) {
    const documents = waiting.splice(0, TOGETHER);
    const findings: Finding[] = [];
    const disclosures: AuditedDisclosure[] = [];
    const answers: DocumentAnswers[] = [];
    await auditDisclosures(
      store,
      { documents, rules: [...LONE_RULES.ids] },
      {
        found: (some) => findings.push(...some),
        looked: (some, answered) => {
          disclosures.push(...some);
          answers.push(...answered);
        },
      },
      RULES,
    );
    await store.saveLooks({ ...LONE_RULES, begun, findings, answers }, disclosures);
  }
}
