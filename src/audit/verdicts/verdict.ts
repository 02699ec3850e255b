import type { Severity } from '../../model/facts/severities.js';
import type { OperandDraft } from './operand.js';

/** What a rule says when something has to be looked at. The engine adds subject, fingerprint and message. */
export interface FindingDraft {
  /** What within the subject, without figures: `budget.total`, `cost:宣传费`. */
  field: string;
  /** Project the field belongs to; null = the whole department. */
  project: { name: string; code: string | null } | null;
  /** Key of the rule's `messages`. */
  message: string;
  /** Values of the message's slots. */
  parameters: Record<string, string>;
  /** Only where less than the rule's own. */
  severity?: Severity;
  reported?: string;
  expected?: string;
  /** reported − expected, in fen. */
  differenceFen?: number;
  /** What the difference is a share of, in fen. */
  totalFen?: number;
  toleranceFen?: number;
  formula?: string;
  operands: OperandDraft[];
  /** Why the reading itself may be wrong (Chinese); any doubt makes a fail a review. */
  doubts?: string[];
}

/**
 * Answer of a rule over one subject. `reason` is Chinese, without figures or names, so that equal reasons can be counted.
 */
export type Verdict = { kind: 'pass' } | Silence | { kind: 'fail' | 'review'; finding: FindingDraft };

/** No judgement, and why. */
export interface Silence {
  kind: 'not-applicable' | 'not-evaluated';
  reason: string;
}

export const pass: Verdict = { kind: 'pass' };
/** The rule has nothing to say here. */
export const notApplicable = (reason: string): Silence => ({ kind: 'not-applicable', reason });
/** The rule would apply, but what it needs could not be read. */
export const notEvaluated = (reason: string): Silence => ({ kind: 'not-evaluated', reason });
export const fail = (finding: FindingDraft): Verdict => ({ kind: 'fail', finding });
/** Needs a person: rounding, two possible readings, or an unsure reading. */
export const review = (finding: FindingDraft): Verdict => ({ kind: 'review', finding });
