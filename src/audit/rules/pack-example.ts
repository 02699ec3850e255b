import type { MoneyUnit } from '../../model/facts/money-units.js';
import type { ColumnKind, Direction, LineRole, StatementKind, StatementSide } from '../../model/statement.js';

/** A column of figures: label, kind, half (0 unless given) and side. */
export type ColumnSpec = [label: string, kind: ColumnKind, half?: number, side?: StatementSide];

export interface LineSpec {
  code?: string;
  item: string;
  /** `item` unless given. */
  role?: LineRole;
  level?: number;
  half?: number;
  /** As printed, one for each column of its half. */
  amounts: string[];
}

export interface StatementSpec {
  kind: StatementKind;
  title?: string;
  /** The disclosure's unless given. */
  unit?: MoneyUnit;
  partial?: true;
  blank?: true;
  columns: ColumnSpec[];
  lines: LineSpec[];
}

/** 支出总表 by 合计, 基本支出 and 项目支出. */
export const spendingTable = (...lines: LineSpec[]): StatementSpec => ({
  kind: 'expenditure',
  title: '部门支出总表',
  columns: [
    ['合计', 'total'],
    ['基本支出', 'basic'],
    ['项目支出', 'project'],
  ],
  lines,
});

/** 一般公共预算支出表 by 合计 alone: classes with their codes. */
export const classTable = (...lines: LineSpec[]): StatementSpec => ({
  kind: 'general-public',
  title: '一般公共预算支出表',
  columns: [['合计', 'total']],
  lines,
});

/** 支出总表 whose 合计 is printed for two years. */
export const twoYearTable = (before: string, now: string): StatementSpec => ({
  kind: 'expenditure',
  columns: [
    ['上年预算数', 'last-year'],
    ['本年预算数', 'this-year'],
  ],
  lines: [{ item: '合计', role: 'total', amounts: [before, now] }],
});

/** Amounts of the prose print their own unit: `6210.92万元`. */
export interface SaidSpec {
  subject: string;
  code?: string;
  within?: string;
  aboutYear?: number;
  amount?: string;
  base?: string;
  change?: [amount: string, direction: Direction];
  percent?: [figure: string, of: 'change' | 'share' | 'completion', direction?: Direction];
  count?: [figure: string, unit: string];
  sentence?: string;
}

/** What a pack holds beside its forms. */
export interface PackSpec {
  statements?: StatementSpec[];
  said?: SaidSpec[];
  /** Paragraphs of its text. */
  prose?: string[];
}
