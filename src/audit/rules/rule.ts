import type { FormKind } from '../../model/facts/form-kinds.js';

import type { Severity } from '../../model/facts/severities.js';
import type { Tolerance } from '../../model/finding.js';
import type { DisclosureSubject, FormSubject } from '../subjects/subject.js';
import type { Verdict } from '../verdicts/verdict.js';
import type { Authority } from './authority.js';
import type { RuleExamples } from './example.js';

export interface RuleMeta {
  /** Names the fault; permanent. */
  id: string;
  /** Raised when the rule would answer differently on the same data. */
  version: number;
  title: string;
  /** Being written: tested, but in no audit, list or doc; `npm run check:static` refuses it. */
  draft?: true;
  /** The highest it may give. */
  severity: Severity;
  tolerance: Tolerance;
  authority: Authority;
  /** What is compared, in words: `资金总额 = Σ 按收入性质`. */
  formula: string;
  /** Why a reader should care, and what innocent explanation there may be. */
  why: string;
  /** Templates by case; `{slot}` is filled from the finding's parameters. */
  messages: Record<string, string>;
  examples: RuleExamples;
}

/** One document's disclosure as a rule over many documents sees it. */
export interface StoreRecord<T> {
  subject: SubjectIdentity;
  value: T;
}

/** Who a finding is about, small enough to be kept for every document. */
export interface SubjectIdentity {
  document: string;
  disclosure: number;
  region: string | null;
  department: string | null;
  year: number | null;
  stage: string;
}

export interface StoreVerdict {
  subject: SubjectIdentity;
  verdict: Verdict;
}

interface FormRule extends RuleMeta {
  scope: 'form';
  /** Kinds of form the rule looks at; others are not counted. */
  forms: readonly FormKind[];
  check(form: FormSubject): Iterable<Verdict>;
}

interface DocumentRule extends RuleMeta {
  scope: 'document';
  check(disclosure: DisclosureSubject): Iterable<Verdict>;
}

/** A rule over many documents: `collect` takes little from each, `check` sees all that was taken. */
interface StoreRuleDefinition<T> extends RuleMeta {
  collect(disclosure: DisclosureSubject): Iterable<T>;
  check(records: StoreRecord<T>[]): Iterable<StoreVerdict>;
}

/** A rule over the documents of a department: `check` sees what was taken from one series at a time. */
interface DepartmentRuleDefinition<T> extends StoreRuleDefinition<T> {
  /** Region and department: nothing is held against what belongs to another. */
  seriesOf(value: T): string;
}

/** One pass of a store rule over a source. */
export interface StorePass {
  collect(disclosure: DisclosureSubject, subject: SubjectIdentity): void;
  finish(): Iterable<StoreVerdict>;
}

/** What it holds against each other may lie anywhere. */
interface StoreRule extends RuleMeta {
  scope: 'store';
  begin(): StorePass;
}

/** What it holds against each other lies in one province. Rules with the same `collect` share what it takes. */
export interface DepartmentRule extends DepartmentRuleDefinition<unknown> {
  scope: 'department';
}

export type Rule = FormRule | DocumentRule | DepartmentRule | StoreRule;

/** Whether a rule looks at many documents: what it says of one may change with another. */
export const isOverMany = (rule: Rule): rule is DepartmentRule | StoreRule =>
  rule.scope === 'department' || rule.scope === 'store';

/** Declares a rule over one form. `check` is pure and answers at least once for every form it is given. */
export const defineFormRule = (rule: Omit<FormRule, 'scope'>): Rule => ({ ...rule, scope: 'form' });

/** Declares a rule over one disclosure; `check` as with one over a form. */
export const defineDocumentRule = (rule: Omit<DocumentRule, 'scope'>): Rule => ({
  ...rule,
  scope: 'document',
});

/** Declares a rule over the documents of a department, of several years or stages. */
export const defineDepartmentRule = <T>(rule: DepartmentRuleDefinition<T>): Rule => ({
  ...(rule as DepartmentRuleDefinition<unknown>),
  scope: 'department',
});

/** Declares a rule over documents of whatever places. */
export const defineStoreRule = <T>({ collect, check, ...meta }: StoreRuleDefinition<T>): Rule => ({
  ...meta,
  scope: 'store',
  begin() {
    const records: StoreRecord<T>[] = [];
    return {
      collect(disclosure, subject) {
        for (const value of collect(disclosure)) records.push({ subject, value });
      },
      finish: () => check(records),
    };
  },
});
