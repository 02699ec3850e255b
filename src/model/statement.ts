import type { Evidence } from './evidence.js';
import type { MoneyUnit } from './facts/money-units.js';
import type { Money } from './money.js';

/**
 * Kinds of budget statement (预算表, and their counterparts among the final accounts) with what people call them. Source: the tables a
 * department publishes by 《中华人民共和国预算法》第十四条 and 《地方预决算公开操作规程》.
 */
export const STATEMENT_KINDS = {
  'income-expenditure': '收支总表',
  income: '收入总表',
  expenditure: '支出总表',
  fiscal: '财政拨款收支总表',
  'general-public': '一般公共预算支出表',
  'basic-economy': '基本支出表',
  'three-public': '“三公”经费表',
  'government-fund': '政府性基金预算表',
  'state-capital': '国有资本经营预算表',
  'project-expenditure': '项目支出表',
  procurement: '政府采购表',
  other: '其他预算表',
} as const;
export type StatementKind = keyof typeof STATEMENT_KINDS;

export const COLUMN_KINDS = {
  total: '合计',
  basic: '基本支出',
  project: '项目支出',
  income: '收入',
  fiscal: '财政拨款',
  'general-public': '一般公共预算',
  'government-fund': '政府性基金',
  'state-capital': '国有资本经营',
  'other-funds': '其他资金',
  'last-year': '上年数',
  'this-year': '本年数',
  change: '增减',
  budget: '预算数',
  adjusted: '调整预算数',
  actual: '决算数',
  person: '人数',
  'item-code': '编码',
  other: '其他',
} as const;
export type ColumnKind = keyof typeof COLUMN_KINDS;

export const SIDE_TITLES = { income: '收入', expenditure: '支出' } as const;
export type StatementSide = keyof typeof SIDE_TITLES;

/** A budget statement of a pack: one table of figures under one title, read over all its pages. */
export interface Statement {
  /** Id within the disclosure, from 1. */
  id: number;
  kind: StatementKind;
  /** As printed; '' where none is. */
  title: string;
  /** Of the figures that name none of their own. */
  unit: MoneyUnit | null;
  /** Printed without figures: every cell blank, or 本部门无…. */
  blank: boolean;
  /** Rows or columns of it were not understood: no verdict rests on what may be missing. */
  partial: boolean;
  /** Columns of figures and of codes, from the left. */
  columns: StatementColumn[];
  /** From the top; a row whose table has halves is a line for each half. */
  lines: StatementLine[];
  /** Grids it was read from (indexes of Extraction.blocks). */
  blocks: number[];
  /** Its title, else its first cell. */
  evidence: Evidence;
}

export interface StatementColumn {
  /** Halves of a table stand beside each other (收入 | 支出), each with items of its own; from 0, counted from the left. */
  half: number;
  side: StatementSide | null;
  /** As printed, upper headers first, joined by `/`. */
  label: string;
  kind: ColumnKind;
}

/**
 * `total`: sums the others (合计, 本年支出合计, 总计) · `item`: a class or thing of its own · `part`: 其中 of the item above, never summed
 * beside it · `carried`: 结转, 结余, 用事业基金弥补: between 本年合计 and 总计.
 */
export type LineRole = 'total' | 'item' | 'part' | 'carried';

export interface StatementLine {
  half: number;
  side: StatementSide | null;
  /** Of a function or economy class, a unit or a project, as printed without blanks; codes in 类/款/项 columns joined. */
  code: string | null;
  /** Its name as printed, numbering included; '' where only the code is. */
  item: string;
  /** Depth in the hierarchy, from 1 (类); by code, else numbering or indentation. Null: unknown. */
  level: number | null;
  role: LineRole;
  figures: StatementFigure[];
  /** The cell of the item, else of the code. */
  evidence: Evidence;
}

export interface StatementFigure {
  /** Index of Statement.columns. */
  column: number;
  /** Null in columns of persons, codes and other texts. */
  money: Money | null;
  evidence: Evidence;
}

/** What a sentence of the prose beside the statements states of a figure. */
export interface Said {
  /** What it is said of, without 本部门, years and verbs: 收入预算, 公务接待费. */
  subject: string;
  /** Of the function or economy class it is said of, where printed. */
  code: string | null;
  /** What it is part of: the subject before 其中 or before its brackets, or the classes above its own, joined by `/`. */
  within: string | null;
  /** The nearest heading above, without its number. */
  heading: string | null;
  /** The year the amount is of; null where the sentence names none. */
  aboutYear: number | null;
  money: Money | null;
  /** The amount it is compared with, where printed: last year's, or the budget beside the final account. */
  base: Money | null;
  /** The difference as printed, and its direction by the word beside it; 持平 prints none (state `none`, direction `same`). */
  change: { money: Money; direction: Direction } | null;
  /** The rate of change, the share, or how much of the budget was spent (完成预算的), as printed without `%`. */
  percent: { figure: string; of: keyof typeof PERCENT_TITLES; direction: Direction | null } | null;
  /** A count or a number of persons with its unit: 3辆, 22人. */
  count: { figure: string; unit: string } | null;
  /** The part of the paragraph it was read from. */
  sentence: string;
  evidence: Evidence;
}

export const DIRECTION_TITLES = { up: '增加', down: '减少', same: '持平' } as const;
export type Direction = keyof typeof DIRECTION_TITLES;

/** What a percentage in the prose is one of. */
export const PERCENT_TITLES = { change: '增减率', share: '占比', completion: '完成预算的比例' } as const;
