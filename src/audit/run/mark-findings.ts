import type { Finding } from '../../model/finding.js';
import { textOrder } from '../../model/text-order.js';
import type { SubjectIdentity } from '../rules/rule.js';
import type { Unmarked } from './finding-of.js';
import { fingerprintOf, matterOf } from './fingerprint.js';

/** A finding and what it is about. */
export interface Raised {
  subject: SubjectIdentity;
  project: { name: string; code: string | null } | null;
  finding: Unmarked;
}

/** Findings with their identities; those of one document that share all of it carry their ordinal in reading order. */
export function markFindings(raised: Raised[], acrossDocuments: ReadonlySet<string>): Finding[] {
  const ordinals = new Ordinals();
  return raised.sort(byDocument).map(({ subject, project, finding }) => {
    const about = { project, field: finding.field };
    const base = matterOf(finding.rule, subject, about, 0);
    const passage = acrossDocuments.has(finding.rule) ? passageOf(finding) : '';
    const later = ordinals.next(`${base}|${subject.document}`);
    return {
      fingerprint: fingerprintOf(
        base,
        subject.document,
        passage,
        ordinals.next(`${base}|${subject.document}|${passage}`),
      ),
      matter: later === 0 ? base : matterOf(finding.rule, subject, about, later),
      ...finding,
    };
  });
}

/** Counts how often each key has come. */
class Ordinals {
  readonly #seen = new Map<string, number>();

  next(key: string): number {
    const ordinal = this.#seen.get(key) ?? 0;
    this.#seen.set(key, ordinal + 1);
    return ordinal;
  }
}

/** The texts in its own document that a finding across documents rests on. */
const passageOf = ({ evidence, document }: Unmarked): string =>
  evidence
    .filter((operand) => operand.document === document)
    .map((operand) => operand.evidence.quote.replace(/\s/g, ''))
    .sort()
    .join('\n');

/** Independent of the order and the names of the files; within a document reading order, for the sort is stable. */
const byDocument = (a: Raised, b: Raised): number =>
  textOrder(a.subject.document, b.subject.document) || a.subject.disclosure - b.subject.disclosure;
