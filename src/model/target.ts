/** What a target can be, with what people call it. */
export const TARGET_KIND_TITLES = {
  number: '数量',
  percent: '百分比',
  ratio: '比例',
  money: '金额',
  price: '单价',
  range: '区间',
  frequency: '频次',
  deadline: '期限',
  period: '起止时间',
  duration: '时长',
  level: '等级',
  'budget-ref': '以预算为限',
  multi: '多个值',
  calc: '算式',
  none: '无',
  placeholder: '未填的模板',
  echo: '重复指标名',
  empty: '空白',
  text: '定性文字',
} as const;
export type TargetKind = keyof typeof TARGET_KIND_TITLES;
export const TARGET_KINDS = Object.keys(TARGET_KIND_TITLES) as TargetKind[];

export type Operator = '>=' | '<=' | '>' | '<' | '=' | '≈';

/** What should be known beside a target's value. A closed list. */
export type TargetFlag =
  /** the figure has no unit; `maybe-percent`: under the name of a rate */
  | 'unit-missing'
  | 'maybe-percent'
  /** a unit of several readings (M) taken as the usual one */
  | 'unit-assumed'
  /** 万 or 亿 under a cost read as 万元, 亿元 */
  | 'yuan-implied'
  /** words before and after the figure contradict each other: ≥95%以下 */
  | 'operators-disagree'
  /** a sign not before its figure (95%≤) is left out */
  | 'operator-misplaced'
  /** words besides the value */
  | 'words-besides'
  /** the label is an item of the list in the indicator's name */
  | 'label-from-name'
  /** 一批, 若干 */
  | 'vague-quantity'
  /** a period without a count: 每月召开例会 */
  | 'count-not-printed'
  /** a deadline that comes again: 每月10日前 */
  | 'recurring'
  /** a lone dash */
  | 'dash'
  /** 是/否, 优良中低差 */
  | 'option-not-chosen'
  /** 指标1： */
  | 'template-row'
  /** ≥ %, XX% */
  | 'figure-left-blank'
  /** satisfaction in words */
  | 'satisfaction-not-quantified';

/** An indicator's target (指标值) as read from its text. Figures are decimal strings, never floats. */
export interface Target {
  kind: TargetKind;
  /** The text that was parsed, as printed. */
  raw: string;
  operator: Operator | null;
  /**
   * Figure as printed (`17`, `240.67`, `10000`): a decimal without separators, Chinese words in digits (两 → 2). A range and a proportion keep both
   * figures (`5-10`, `1:3`), a level its word, a date its print; null where there is none.
   */
  value: string | null;
  /** Unit as printed, scale word included: `万份`, `万元`, `名`, `%`. */
  unit: string | null;
  /** Figure in the base measure: 17万份 → 170000, ≤240.67万元 → 2406700, 每季度1次 → 4 (a year). */
  quantity: string | null;
  /** Base measure: 份, 元, 人 (for 名), %, 次/年, 元/人/月 … */
  measure: string | null;
  /** range: upper end in the base measure (`quantity` is the lower). */
  upper?: string;
  /** level: the ordered scale it belongs to (`grade`, `state`, `trend` …); `value` is the word. */
  scale?: string;
  /** level: place on an ordered scale, 1 = best. */
  rank?: number;
  /** frequency: what the printed count is per, `{ n: '1', unit: '月' }`; `quantity` counts per year. */
  per?: { n: string; unit: string };
  /** budget-ref: which amount is the limit. */
  reference?: 'project-budget' | 'fiscal-funds';
  /** 计划标准, 历史标准 … printed in brackets behind the figure. */
  standard?: string;
  /** deadline, period: ISO dates, `--12-31` where no year is printed; `to` is inclusive. */
  from?: string;
  to?: string;
  /** Where the unit came from. */
  unitFrom?: 'cell' | 'column' | 'name' | 'table' | null;
  /** Text before the figure inside the cell: 样本10000个 → 样本. */
  label?: string;
  /** multi: the parts, each with its label. */
  parts?: Target[];
  /** text: quantities inside a sentence that is no single value. */
  embedded?: Target[];
  /** calc: the calculation; its printed result is `quantity` in 元. */
  calculation?: Calculation;
  flags?: TargetFlag[];
}

/** Verdicts on a calculation (测算依据). */
export const CALCULATION_TITLES = {
  exact: '相符',
  rounding: '舍入后相符',
  'implied-factor': '补上未写明的因数后相符',
  'implied-unit': '补上未写明的单位后相符',
  lump: '打包金额，没有算式',
  differs: '不符',
  unparsed: '未能读出算式',
} as const;
export type CalculationResult = keyof typeof CALCULATION_TITLES;

export interface CalculationFactor {
  /** As printed: `12（人）`. */
  printed: string;
  /** Decimal string, scale applied: 20万份 → 200000. */
  value: string;
  /** `人`, `元/人/月`, '' where none is printed. */
  unit: string;
}

/** One clause of a calculation: a product or a bare amount. */
export interface CalculationTerm {
  printed: string;
  label: string;
  factors: CalculationFactor[];
  /** A factor that is not printed but makes the result meet: 12 (月). */
  implied?: { value: string; unit: string };
  /** Exact result in 元; null for a lump or unparsed. */
  computedYuan: string | null;
  /** Result printed beside it, in 元. */
  statedYuan: string | null;
  /** Half of the last printed digit of the stated result, in 元. */
  slackYuan: string | null;
  kind: 'product' | 'sum' | 'lump' | 'count';
}

export interface Calculation {
  raw: string;
  result: CalculationResult;
  terms: CalculationTerm[];
  /** Σ of the terms as computed (stated where a term is a lump), in 元. */
  computedYuan: string | null;
  /** Σ of the terms as printed, in 元. */
  statedYuan: string | null;
  /** Quantities named (10万份, 8次) for comparison with targets. */
  quantities: { printed: string; value: string; unit: string; label: string }[];
  /** `headline-differs`: 50万元（…=60万元）; `total-differs`: 合计 is not the sum of the clauses before it. */
  flags?: ('headline-differs' | 'total-differs')[];
}
