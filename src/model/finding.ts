import type { Evidence } from './disclosure.js';
import type { Severity } from './facts/severities.js';

export const TOLERANCE_TITLES = {
  T0: 'T0 须完全一致',
  T1: 'T1 各数按所印小数位四舍五入能解释的差额不算不符',
  T2: 'T2 准确重算后按所印小数位舍入，须一致',
  T3: 'T3 统计比较，超过所列阈值',
  none: '不比较数额',
} as const;
export type Tolerance = keyof typeof TOLERANCE_TITLES;

export const RULE_SCOPE_TITLES = {
  form: '一张表',
  document: '一份文档',
  department: '一个部门的各份文档',
  store: '全库',
} as const;
export type RuleScope = keyof typeof RULE_SCOPE_TITLES;

/** Verdicts that are findings. */
export const VERDICT_TITLES = { fail: '不符', review: '需人工判断' } as const;
/** How a finding stands to the check before. */
export const FINDING_STATE_TITLES = { new: '新出现', unchanged: '仍存在' } as const;
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
  verdict: keyof typeof VERDICT_TITLES;
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

/** What the rules over one document answered of it; those alone that answered anything. */
export interface DocumentAnswers {
  /** sha256. */
  document: string;
  counts: RuleCount[];
}

export interface AuditRun {
  scope: AuditScope;
  rules: RuleCount[];
  /** Says which rules there were in which versions. */
  ruleset: string;
  findings: Finding[];
  documents: number;
}

/** What people call the parts of a scope. */
export const SCOPE_TITLES = {
  province: '省份',
  region: '地区',
  year: '年度',
  stage: '阶段',
  department: '部门',
  documents: '文档',
  rules: '规则',
} satisfies Record<keyof AuditScope, string>;

/** What an audit looks at; empty = everything. */
export interface AuditScope {
  /** As the store names it; null: of no known one. */
  province?: string | null;
  /** Code, prefix of one, or name, as `regionScope` reads it. */
  region?: string;
  year?: number;
  stage?: string;
  /** Part of the printed name, or the key. */
  department?: string;
  documents?: string[];
  rules?: string[];
}
