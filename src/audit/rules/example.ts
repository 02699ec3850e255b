import type { FormState, Horizon } from '../../model/disclosure.js';
import type { FormKind } from '../../model/facts/form-kinds.js';
import type { MoneyUnit } from '../../model/facts/money-units.js';
import type { Stage } from '../../model/facts/stages.js';
import type { Operator, TargetFlag, TargetKind } from '../../model/target.js';
import type { PackSpec } from './pack-example.js';

/** Amounts are given as a form prints them: `240.67`, ``, `-`, `无`, `涉密，不公开`, `20万`. */
export type PrintedAmount = string;

/** Kind, operator, figure, unit, quantity in the base measure, base measure. */
export type TargetSpec = [
  kind: TargetKind,
  operator: Operator | null,
  value: string,
  unit: string,
  quantity: string,
  measure: string,
];

export interface IndicatorSpec {
  level1: string;
  level2?: string;
  name: string;
  target: string;
  /** What the target was read as; a text without it. */
  parsed?: TargetSpec;
  /** Read as a date by which it is done: ISO, inclusive. */
  deadline?: string;
  /** Several quantities in one target, each with its words. */
  parts?: { label: string; parsed: TargetSpec }[];
  flags?: TargetFlag[];
  description?: string;
  horizon?: Horizon;
  weight?: string;
  actual?: string;
  /** What the actual value was read as; a text without it. */
  actualParsed?: TargetSpec;
  /** 评分标准. */
  standard?: string;
  score?: string;
}

/** `12（人） * 235（元/人/月）（* 12 月） = 3.38万元`: factors as `12人`, scale words applied. */
export interface TermSpec {
  factors?: string[];
  implied?: string;
  /** In 元. */
  computed?: string;
  stated?: string;
  slack?: string;
}

export interface CostSpec {
  item: string;
  amount: PrintedAmount;
  calculation?: string;
  terms?: TermSpec[];
  /** The reader gave up on the text. */
  unparsed?: boolean;
  quantities?: { label: string; value: string; unit: string }[];
}

/** 年度资金总额 of a 自评表. */
export interface ExecutionSpec {
  initial?: PrintedAmount;
  budget?: PrintedAmount;
  spent?: PrintedAmount;
  weight?: string;
  rate?: string;
  score?: string;
}

export interface ProjectSpec {
  name: string;
  /** What the summary calls it, where that is another name. */
  summaryName?: string;
  code?: string;
  parent?: string;
  direction?: string;
  /** 主管部门 as the form prints it. */
  department?: string;
  agency?: string;
  /** 实施期限. */
  period?: string;
  annualGoal?: string;
  periodGoal?: string;
  amount?: PrintedAmount;
  parentAmount?: PrintedAmount;
  /** 资金总额 of the whole period, beside the year's. */
  periodAmount?: PrintedAmount;
  funding?: Record<string, PrintedAmount>;
  costs?: CostSpec[];
  costTotal?: PrintedAmount;
  plan?: Record<string, string>;
  indicators?: IndicatorSpec[];
  /** Cells left over from the blank form: `指标2：`. */
  templateTexts?: string[];
  execution?: ExecutionSpec;
  scoreTotal?: { weight?: string; score?: string; grade?: string };
  title?: string;
  kind?: FormKind;
  state?: FormState;
}

export interface DepartmentSpec {
  title?: string;
  total?: PrintedAmount;
  revenue?: Record<string, PrintedAmount>;
  expenditure?: Record<string, PrintedAmount>;
  duties?: string;
  indicators?: IndicatorSpec[];
  /** 年度主要任务. */
  tasks?: { item: string; goal?: string; amount: PrintedAmount }[];
  state?: FormState;
}

export interface SummarySpec {
  title?: string;
  total?: PrintedAmount;
  /** `goal` is for the period. */
  /** `sums`: the row of a unit (or 小计) that sums others. */
  rows: { name: string; amount: PrintedAmount; goal?: string; annualGoal?: string; sums?: true }[];
}

/** One disclosure in a few lines: what the examples of the rules, the tests and the mutation proof are written in. */
export interface DisclosureSpec extends PackSpec {
  /** Null where it could not be inferred; so too the next two. */
  region?: { code: string | null; name: string } | null;
  department?: string | null;
  year?: number | null;
  stage?: Stage;
  /** Unit of the tables; 万元 unless given. */
  unit?: MoneyUnit;
  departmentForm?: DepartmentSpec;
  summary?: SummarySpec;
  projects?: ProjectSpec[];
}

export interface RuleExample {
  title: string;
  /** One disclosure a document; several for rules over the store. */
  disclosures: DisclosureSpec[];
  /** Fields of the findings a reporting example must give, in reading order; reviews count. */
  fields?: string[];
}

/** Every rule shows when it passes, when it reports, and when it does not apply (or cannot be evaluated). */
export interface RuleExamples {
  passes: RuleExample[];
  reports: RuleExample[];
  notApplicable: RuleExample[];
}
