import type { Evidence } from './evidence.js';
import type { FormKind } from './facts/form-kinds.js';
import type { Stage } from './facts/stages.js';
import type { Money } from './money.js';
import type { Place } from './place.js';
import type { Said, Statement } from './statement.js';
import type { Calculation, Target } from './target.js';

export type { Evidence };

/** A printed value with the cell it came from. */
export interface Printed {
  text: string;
  evidence: Evidence;
}

export interface MoneyAt {
  money: Money;
  /** Label the amount stands under, as printed. */
  label: string;
  evidence: Evidence;
}

/** Closed lists of what is printed, with what people call their values. */
export const HORIZON_TITLES = { annual: '年度', period: '实施期' } as const;
export type Horizon = keyof typeof HORIZON_TITLES;

export const BUDGET_SCOPE_TITLES = { own: '本级', 'all-levels': '含下级' } as const;
export type Scope = keyof typeof BUDGET_SCOPE_TITLES;

export const AXIS_TITLES = {
  total: '资金总额',
  revenue: '按收入性质',
  expenditure: '按支出性质',
  funding: '按资金来源',
} as const;
export type BudgetAxis = keyof typeof AXIS_TITLES;

export type FormState = 'filled' | 'partial' | 'template';

/** One form (表) found in the document. */
export interface Form {
  /** Position in `ReadDocument.forms`, from 0. */
  index: number;
  kind: FormKind;
  state: FormState;
  /** Id of the layout (data/forms); null for one that has not been described yet. */
  definition?: string | null;
  title: Printed | null;
  /** Index of the disclosure it belongs to. */
  disclosure: number;
  /** Grids it was read from (indexes of Extraction.blocks). */
  blocks: number[];
  /** Project it is about (kind `project`): id in Disclosure.projects. */
  project: number | null;
  /** Printed 合计 of a summary, or of the cost lines of a project form. */
  total: MoneyAt | null;
  costTotal: MoneyAt | null;
  /** 所属专项 金额 of a project form. */
  parentAmount: MoneyAt | null;
  /** Rows that sum others (合计, the row of an agency) with all they print. */
  sums?: SumRow[];
  /** What it prints beside the sections: codes, 中央主管部门, 财政部门, 人数, 调整数 and rates of its budget. */
  particulars?: Particular[];
  /** How sure the reading is. */
  certainty: FormCertainty;
}

/** A printed text of a form that no section holds. */
export interface Particular extends Printed {
  /** The field its cell is claimed by, e.g. `department.superior`. */
  field: string;
  /** Label as printed; '' for none. */
  label: string;
}

export interface FormCertainty {
  /** 0 … 1: claimed and label cells among the form's non-blank cells. */
  claimed: number;
  /** Required fields that were not found. */
  missing: string[];
  /** 0 … 1: indicator rows that fit the header's columns. */
  rowsThatFit: number;
}

/** A row that sums the rows of a list: its label or name, and its amounts, one a column. */
export interface SumRow {
  printed: Printed[];
  amounts: MoneyAt[];
}

/** A budget figure (预算行). */
export interface BudgetLine {
  form: number;
  /** Project id within the disclosure; null = whole department. */
  project: number | null;
  axis: BudgetAxis;
  /** 资金总额, 一般公共预算拨款, 基本支出, 财政资金 … without 其中 and numbering. */
  category: string;
  horizon: Horizon;
  scope: Scope;
  money: Money;
  /** Label as printed. */
  label: string;
  evidence: Evidence;
}

export const PROJECT_STATE_TITLES = { disclosed: '已公开', secret: '涉密不公开' } as const;
export type ProjectState = keyof typeof PROJECT_STATE_TITLES;

/** Where a project is mentioned: a row of the summary, its own form, or a run of rows in a flat list. */
export interface ProjectMention {
  form: number;
  role: 'summary-row' | 'form' | 'list';
  name: string;
  namePrinted: string;
  money: Money | null;
  annualGoal: Printed | null;
  periodGoal: Printed | null;
  evidence: { name: Evidence; money?: Evidence };
}

/** A project (项目): one per disclosure, merged over its summary row and its form. */
export interface Project {
  /** Id within the disclosure, from 1. */
  id: number;
  /** '' where its cell is blank. */
  name: string;
  namePrinted: string;
  code: string | null;
  /** 所属专项 */
  parent: string | null;
  /** 支出方向（子项）, as printed */
  direction: string | null;
  /** 实施单位 */
  agency: string | null;
  /** Code printed in a column beside it. */
  agencyCode?: string | null;
  /** 主管部门 as printed in this project's form */
  department: string | null;
  attribute: string | null;
  money: Money | null;
  period: string | null;
  annualGoal: string | null;
  periodGoal: string | null;
  purpose: string | null;
  hasForm: boolean;
  state: ProjectState;
  mentions: ProjectMention[];
  /** Evidence per field name of this record (`name`, `code`, `money`, `annualGoal` …). */
  evidence: Partial<Record<string, Evidence>>;
}

/** An indicator (指标). */
export interface Indicator {
  id: number;
  form: number;
  /** Project id; null = whole department. */
  project: number | null;
  level1: string | null;
  level2: string | null;
  level1Printed: string | null;
  level2Printed: string | null;
  name: string;
  namePrinted: string;
  description: string | null;
  /** As printed; operator + value + unit joined where they are separate columns; null when blank or cut off. */
  target: string | null;
  parsed: Target;
  horizon: Horizon;
  scope: Scope | null;
  standard: string | null;
  targetBasis: string | null;
  /** Decimal string. */
  weight: string | null;
  actual: string | null;
  /** The actual value read as a target, in the context of its name and of the target's unit; absent where there is none. */
  actualParsed?: Target;
  score: string | null;
  /** Why the target was missed and what is to be done (偏差原因分析及改进措施), as printed; absent where there is none. */
  deviation?: string;
  evidence: Partial<Record<string, Evidence>> & { name: Evidence };
}

/** A cost line (支出明细). */
export interface CostLine {
  id: number;
  form: number;
  project: number | null;
  category: string | null;
  item: string | null;
  money: Money | null;
  calculation: string | null;
  parsed: Calculation | null;
  evidence: Partial<Record<string, Evidence>>;
}

/** One step of the spending plan (资金支出计划): cumulative share in percent. */
export interface PlanStep {
  form: number;
  project: number | null;
  /** `3月底` */
  step: string;
  /** Decimal string in percent: `25`; null when blank or unreadable. */
  share: string | null;
  printed: string;
  evidence: Evidence;
}

/** One line of a self-evaluation's execution table (执行情况): 年度资金总额 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分. */
export interface ExecutionLine {
  form: number;
  project: number | null;
  category: string;
  initial: Money | null;
  budget: Money | null;
  spent: Money | null;
  /** Decimal strings as printed, `%` removed. */
  weight: string | null;
  rate: string | null;
  score: string | null;
  evidence: Partial<Record<string, Evidence>>;
}

/** Printed total score (总分) of a self-evaluation. */
export interface ScoreTotal {
  form: number;
  project: number | null;
  weight: string | null;
  score: string | null;
  /** 得分率 beside it, in percent. */
  rate?: string | null;
  /** 优, 良 … (自评等级). */
  grade?: string | null;
  evidence: Partial<Record<string, Evidence>>;
}

export interface WorkPlanItem {
  form: number;
  item: string;
  office: string | null;
  goal: string | null;
  /** What became of it, as a self-evaluation says (完成情况), and why it fell short; absent where nothing is said. */
  actual?: string;
  deviation?: string;
  /** Its total, or its only amount; null where there are several without a total. */
  money?: Money | null;
  /** Its amounts, one a column: 总额, 财政拨款, 其他资金. */
  amounts?: MoneyAt[];
  evidence: Partial<Record<string, Evidence>>;
}

export const TEXT_KIND_TITLES = {
  duties: '部门职责',
  'overall-goal': '总体目标',
  'sub-goal': '分项目标',
  measures: '措施',
  overview: '概况',
  /** What a self-evaluation says of its goals. */
  achievement: '目标实际完成情况',
  /** Why it fell short as a whole, and what is to be done. */
  deviation: '偏差原因和改进措施',
} as const;
export type TextKind = keyof typeof TEXT_KIND_TITLES;

export interface TextItem {
  form: number;
  project: number | null;
  kind: TextKind;
  heading: string | null;
  text: string;
  evidence: Evidence;
}

export interface Region {
  /** GB/T 2260, 6 digits; null for places without a code. */
  code: string | null;
  name: string;
  province: string | null;
  city: string | null;
}

/** What decided region, year, stage or department. */
export interface Basis {
  /** `project-code`, `department-name`, `agency`, `title`, `text`, `archive`, `folder`, `file-name`, `manifest`, `option`, `assign` */
  from: string;
  quote: string;
  place?: Place;
}

/** What one department of one place disclosed for one year and stage. */
export interface Disclosure {
  region: Region | null;
  year: number | null;
  stage: Stage;
  /** As printed, without codes. */
  department: string | null;
  departmentCode: string | null;
  /** One key for the same department in every county. */
  departmentKey: string | null;
  basis: Partial<Record<'region' | 'year' | 'stage' | 'department', Basis>>;
  budgets: BudgetLine[];
  projects: Project[];
  indicators: Indicator[];
  costs: CostLine[];
  plans: PlanStep[];
  workPlan: WorkPlanItem[];
  texts: TextItem[];
  execution: ExecutionLine[];
  scoreTotals: ScoreTotal[];
  /** Budget statements of the same pack. */
  statements: Statement[];
  /** What its prose says of figures. */
  said: Said[];
}
