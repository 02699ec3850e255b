import type { Statement, StatementLine } from '../../../model/statement.js';
import { withoutSubtotals } from '../../figures/equation.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import type { StatementSubject } from '../../subjects/statements.js';
import { type LineTree, leavesUnder } from './lines.js';
import type { StatementSum } from './statement-sum.js';

/** Every 合计, 本年合计 and 总计 against what it may sum, column by column. */
export function totalSums(subject: StatementSubject, trees: LineTree[]): StatementSum[] {
  const sums = trees.flatMap((tree, index) => treeSums(subject, tree, trees.slice(0, index)));
  const confirming = sums.filter(({ isMet, parts }) => isMet && telling(parts));
  if (!trees.every(isOfClasses) && countGaps(sums) > Math.max(2, confirming.length)) return [];
  return sums.map((sum) => ({
    ...sum,
    doubts: sum.isMet || confirming.length > 0 ? [] : ['合计由哪些行相加，由表的排列推断'],
  }));
}

/** Every line is a 类 or stands under one, each 类 once: no doubt what the total sums. */
const isOfClasses = ({ byCode, roots, line, children }: LineTree): boolean => {
  const codes = roots.map((index) => line(index).code ?? '');
  return (
    byCode &&
    children.size > 0 &&
    codes.every((code) => /^2\d\d$/.test(code)) &&
    new Set(codes).size === codes.length
  );
};

/**
 * How many gaps the failing sums show: what a line lacks, it lacks in 合计 and in 基本支出 alike, and where it lacks of
 * 基本支出 and of 项目支出, 合计 lacks both.
 */
function countGaps(sums: StatementSum[]): number {
  const gaps = new Set(
    sums.filter(({ isMet }) => !isMet).map(({ total, parts }) => (fenOf(total) ?? 0) - sumFen(parts)),
  );
  const isSumOfTwo = (gap: number): boolean =>
    [...gaps].some((one) => one !== gap && gap - one !== one && gaps.has(gap - one));
  return [...gaps].filter((gap) => !isSumOfTwo(gap)).length;
}

const telling = (parts: Figure[]): boolean => parts.filter((part) => (fenOf(part) ?? 0) !== 0).length >= 2;

function treeSums(
  { statement, figures }: StatementSubject,
  tree: LineTree,
  before: LineTree[],
): StatementSum[] {
  const totals = tree.lines.filter((index) => tree.line(index).role === 'total');
  const columnIn = columnsOfHalves(statement);
  const isFlat = tree.roots.some((index) => isUnplaced(tree.line(index)));
  return totals.flatMap((index, order) => {
    const choices = choicesOf(tree, totals, order, before);
    return statement.columns.flatMap(({ kind }, column): StatementSum[] => {
      const total = kind === 'item-code' || kind === 'person' ? null : figures[index]?.[column];
      if (!total || fenOf(total) === null) return [];
      const figureAt = (line: number): Figure[] => {
        const figure = figures[line]?.[columnIn(statement.lines[line]?.half ?? 0, column)];
        return figure ? [figure] : [];
      };
      const first = firstSet(choices, figureAt);
      const found = firstMet(total, choices, figureAt) ?? metWithout(total, first);
      const isMet = found !== null;
      const parts = found ?? first;
      if (!isMet && (parts.length === 0 || isPrintedSum(total, parts) === null)) return [];
      if (!isMet && isFlat && sumFen(parts) > (fenOf(total) ?? 0)) return [];
      return [{ kind: 'total', total, parts, isMet, doubts: [] }];
    });
  });
}

type FiguresAt = (line: number) => Figure[];

const firstSet = (choices: number[][], figureAt: FiguresAt): Figure[] => {
  for (const lines of choices) {
    const parts = lines.flatMap(figureAt);
    if (parts.length > 0) return parts;
  }
  return [];
};

/** The first set of lines that adds up to the total. */
function firstMet(total: Figure, choices: number[][], figureAt: FiguresAt): Figure[] | null {
  for (const lines of choices) {
    const parts = lines.flatMap(figureAt);
    if (parts.length > 0 && isPrintedSum(total, parts) === true) return parts;
  }
  return null;
}

/** The parts without those that only sum others, where these add up. */
const metWithout = (total: Figure, parts: Figure[]): Figure[] | null =>
  withoutSubtotals(parts).find((some) => isPrintedSum(total, some) === true) ?? null;

/** Nothing says how deep the line stands: it may sum those below it. */
const isUnplaced = ({ code, level }: StatementLine): boolean => code === null && level === null;

/** The column of another half that stands where a column stands in its own. */
function columnsOfHalves({ columns }: Statement): (half: number, column: number) => number {
  const byHalf = new Map<number, number[]>();
  for (const [index, { half }] of columns.entries()) byHalf.set(half, [...(byHalf.get(half) ?? []), index]);
  return (half, column) => {
    const own = columns[column]?.half ?? 0;
    if (own === half) return column;
    return byHalf.get(half)?.[byHalf.get(own)?.indexOf(column) ?? -1] ?? -1;
  };
}

/** Sets of lines a total may sum, the likeliest first. */
function choicesOf(tree: LineTree, totals: number[], order: number, earlier: LineTree[]): number[][] {
  const at = totals[order] ?? 0;
  const before = totals[order - 1];
  const isHead = !tree.lines.some((index) => index < at && tree.line(index).role === 'item');
  const next = totals[order + 1] ?? Number.POSITIVE_INFINITY;
  const within = (index: number) => (isHead ? index > at && index < next : index < at);
  const below = (index: number) => (isHead ? index > at : index < at);
  const items = tree.lines.filter((index) => within(index) && tree.line(index).role === 'item');
  const carried = tree.lines.filter((index) => below(index) && tree.line(index).role === 'carried');
  const roots = tree.roots.filter(within);
  const bases = [
    roots,
    ...shapes(tree, items),
    leavesUnder(tree.children, roots),
    items,
    tree.roots.filter(below),
    totals.filter((index) => index !== at && below(index)),
    ...continued(earlier, roots),
  ];
  const top = Math.min(...carried.map((index) => tree.line(index).level ?? 0));
  const uppermost = carried.filter((index) => (tree.line(index).level ?? 0) === top);
  const withCarried = [carried, uppermost].filter((lines) => lines.length > 0);
  const chained =
    before === undefined
      ? []
      : [carried, uppermost, []].map((lines) => [before, ...lines.filter((index) => index > before)]);
  const chainFirst = before !== undefined && !items.some((index) => index > before);
  const plain = [...bases, ...bases.flatMap((base) => withCarried.map((lines) => [...base, ...lines]))];
  return (chainFirst ? [...chained, ...plain] : [...plain, ...chained]).filter((lines) => lines.length > 0);
}

/** A list that goes on in the next half has its total there. */
const continued = (earlier: LineTree[], roots: number[]): number[][] =>
  earlier.map((_, from) => [...earlier.slice(from).flatMap((tree) => tree.roots), ...roots]);

/** Lines of one length of code (0: none) or of one level: in a table by units and classes each alone adds up. */
function shapes(tree: LineTree, items: number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of items) {
    const { code, level } = tree.line(index);
    for (const key of [`code ${code?.length ?? 0}`, `level ${level ?? ''}`]) {
      groups.set(key, [...(groups.get(key) ?? []), index]);
    }
  }
  return [...groups.values()];
}
