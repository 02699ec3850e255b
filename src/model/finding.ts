import type { Evidence } from './disclosure.js';
import type { Severity } from './facts/severities.js';

export type Tolerance = 'T0' | 'T1' | 'T2' | 'T3' | 'none';
export type RuleScope = 'form' | 'document' | 'store';
export type VerdictKind = 'fail' | 'pass' | 'review' | 'not-applicable' | 'not-evaluated';

/** A figure or text a verdict rests on, with the cell it stands in. */
export interface Operand {
  label: string;
  evidence: Evidence;
  /** sha256 of the document it stands in. */
  document: string;
}

/** A stored finding (疑点，待核实线索): rule + parameters; the message is rendered at the edge. */
export interface Finding {
  /** Hash of matter + content of its document: nothing else in the store, and no figure, has a part in it. */
  fingerprint: string;
  /** Hash of rule + subject + field: the same in another version of the document. */
  matter: string;
  rule: string;
  ruleVersion: number;
  severity: Severity;
  verdict: 'fail' | 'review';
  /** sha256 of the subject's document, and index of the disclosure in it. */
  document: string;
  disclosure: number;
  /** Name of the project, null = whole department. */
  project: string | null;
  /** What within the subject: `budget.total`, `indicator:发放宣传资料` … */
  field: string;
  /** Parameters of the message; rendered with the rule's template. */
  parameters: Record<string, string>;
  message: string;
  reported: string | null;
  expected: string | null;
  /** 差额 in fen (reported − expected); null where not money. */
  differenceFen: number | null;
  /** Difference as share of the total, decimal string in percent. */
  differenceShare: string | null;
  /** Allowed difference in fen. */
  toleranceFen: number | null;
  /** The formula with its numbers: `80 + 3 + 2 + 5 = 90`. */
  formula: string | null;
  evidence: Operand[];
}

export interface RuleCount {
  rule: string;
  pass: number;
  fail: number;
  review: number;
  notApplicable: number;
  notEvaluated: number;
  /** Reasons of not-applicable and not-evaluated with their counts. */
  reasons: Record<string, number>;
}

export interface AuditRun {
  scope: AuditScope;
  rules: RuleCount[];
  /** Ids of rules over many documents: a run over some of them withdraws and alters nothing that one over all has found. */
  acrossDocuments: string[];
  /** Says which rules there were in which versions. */
  ruleset: string;
  findings: Finding[];
  documents: number;
}

/** What an audit looks at; empty = everything. */
export interface AuditScope {
  /** Code, prefix of one, or name, as `regionScope` reads it. */
  region?: string;
  year?: number;
  /** Part of the printed name, or the key. */
  department?: string;
  documents?: string[];
  rules?: string[];
}
