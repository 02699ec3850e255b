import type { ColumnKind, StatementColumn, StatementKind, StatementSide } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isSamePrinted } from '../../figures/printed-sum.js';
import { plainItem, type StatementSubject } from '../../subjects/statements.js';

/** Columns of other years, of differences and of no money. */
const ASIDE: readonly ColumnKind[] = ['last-year', 'change', 'person', 'item-code'];

/** Whether a column holds amounts of the year itself. */
export const isOfYear = ({ kind, label }: StatementColumn): boolean =>
  !ASIDE.includes(kind) && !/上年|去年|增减|备注|说明|人数|行次/.test(label);

/** Amounts of a line for the year itself, in the order of its columns. */
export const yearFigures = ({ statement, figures }: StatementSubject, line: number): Figure[] =>
  (figures[line] ?? []).flatMap((figure, column) => {
    const own = statement.columns[column];
    return figure && own && isOfYear(own) && fenOf(figure) !== null ? [figure] : [];
  });

/** The figures of a line in the columns of one kind, those under a 小计 alone where there are several. */
export function figuresOfKind(subject: StatementSubject, line: number, kind: ColumnKind): Figure[] {
  const { statement, figures } = subject;
  const own = statement.columns.flatMap((column, index) => {
    const figure = figures[line]?.[index];
    return column.kind === kind && figure && isOfYear(column) ? [{ label: column.label, figure }] : [];
  });
  const sums = own.filter(({ label }) => /(小计|合计)$/.test(label));
  return (sums.length > 0 ? sums : own).map(({ figure }) => figure);
}

/**
 * What a line prints for the year as its whole: its 合计, else the only amount of its half. Empty where no column says that it is
 * the whole.
 */
export function wholeOf(subject: StatementSubject, line: number): Figure[] {
  const { statement, figures } = subject;
  const half = statement.lines[line]?.half;
  const own = statement.columns.flatMap((column, index) => {
    const figure = figures[line]?.[index];
    return column.half === half && isOfYear(column) && figure && fenOf(figure) !== null
      ? [{ column, figure }]
      : [];
  });
  for (const kind of WHOLE) {
    const found = own.filter(({ column }) => column.kind === kind);
    const least = Math.min(...found.map(({ column }) => column.label.split('/').length));
    const top = found.filter(({ column }) => column.label.split('/').length === least);
    const sums = top.filter(({ column }) => SUM.test(column.label));
    const whole = sums.length > 0 ? sums : top;
    const isDivided = sums.length === 0 && top.length > 1 && least > 1 && kind !== 'total';
    if (whole.length > 0 && !isDivided) return whole.map(({ figure }) => figure);
  }
  const [only, another] = own;
  return only && !another ? [only.figure] : [];
}

/** 2026年/合计 beside 2026年/公务接待费: all columns under the year are of its kind. */
const SUM = /(合计|总计|小计)$/;

/** Kinds of columns that hold the whole of a line, the surest first. */
const WHOLE: readonly ColumnKind[] = ['actual', 'total', 'this-year', 'budget'];

/** Lines that sum, of one side where it is given; a statement of a single line has that one. */
export function totalLines({ statement }: StatementSubject, side?: StatementSide): number[] {
  const own = statement.lines.flatMap((line, index) =>
    side === undefined || line.side === null || line.side === side ? [index] : [],
  );
  const totals = own.filter((index) => statement.lines[index]?.role === 'total');
  return totals.length > 0 || own.length !== 1 ? totals : own;
}

/** The statement's totals for the year: 本年合计, 总计. */
export const totalsOf = (subject: StatementSubject, side?: StatementSide): Figure[] =>
  totalLines(subject, side).flatMap((line) => wholeOf(subject, line));

/** The totals of one kind of column: 基本支出 of the 合计 row. */
export const totalsOfKind = (subject: StatementSubject, kind: ColumnKind): Figure[] =>
  totalLines(subject).flatMap((line) => figuresOfKind(subject, line, kind));

export const ofKind = (subjects: StatementSubject[], ...kinds: StatementKind[]): StatementSubject[] =>
  subjects.filter(({ statement }) => kinds.includes(statement.kind));

/** Whether one figure of either list may stand for one of the other. */
export const doMeet = (some: readonly Figure[], others: readonly Figure[]): boolean =>
  some.some((figure) => others.some((other) => isSamePrinted(figure, other)));

/** Lines whose plain item is one of the names. */
export const linesNamed = ({ statement }: StatementSubject, isNamed: (name: string) => boolean): number[] =>
  statement.lines.flatMap((line, index) => (isNamed(plainItem(line.item)) ? [index] : []));
