import { type Figure, fenOf } from './figure.js';
import { compareSum } from './intervals.js';

/** A row of a list: its amount and its name as printed, indentation and all. */
export interface ListRow {
  figure: Figure;
  printed: string;
}

/**
 * Rows of a list without those that only sum others.
 * - `sure`: without 小计 and the rows whose name (an organisation, a class of projects) or indentation and whose amount both
 *   say that they sum the rows right behind them, be it a single one
 * - `possible`: without every row that two or more rows right behind add up to as well; a list that has one of these may sum
 *   single rows too. Equal to `sure` where there is none.
 */
export function leavesOf(rows: ListRow[]): { sure: Figure[]; possible: Figure[] } {
  const sure = leaves(rows, (index, below) => saysSubtotal(rows, index, below));
  const several = leaves(rows, (index, below) => below > 1 || saysSubtotal(rows, index, below));
  const hasSubtotals = several.length < rows.length;
  const possible = hasSubtotals ? leaves(rows, () => true) : several;
  return { sure, possible };
}

/** Judges each row from the last one up, so that sums of sums skip the sums between them. */
function leaves(rows: ListRow[], accepts: (index: number, below: number) => boolean): Figure[] {
  const kept: Figure[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (!row || isLabelled(row)) continue;
    const below = countBelow(row.figure, kept);
    if (below === 0 || !accepts(index, below)) kept.push(row.figure);
  }
  return kept.reverse();
}

/** How many of the leaves right behind (last one first in `behind`) add up to the figure; 0 where they do not. */
function countBelow(figure: Figure, behind: Figure[]): number {
  const own = fenOf(figure);
  if (!own) return 0;
  let sum = 0;
  for (let at = behind.length - 1; at >= 0 && sum < own; at--) {
    sum += fenOf(behind[at] ?? null) ?? 0;
    if (sum < own * NEAR) continue;
    const parts = behind.slice(at);
    const agreement = compareSum(figure, parts)?.agreement;
    if (agreement === 'equal' || agreement === 'rounding') return parts.length;
  }
  return 0;
}

/** Below this share of the figure no rounding explains the rest. */
const NEAR = 0.95;

const isLabelled = ({ printed }: ListRow): boolean => /^\s*(小计|合计|总计)/.test(printed);

/** How the names of organisations end, and of the classes that 项目支出 is budgeted by. */
const ORGANISATION =
  /(局|委|委员会|办公室|厅|院|中心|学校|大学|学院|所|站|队|馆|部门|办事处)([(（]?本级[)）]?)?$/;
const CLASS = /^(\d+[.、\s-]*)?(特定目标类|(其他)?运转类|人员类|公用类)(项目)?(支出)?$/;

function saysSubtotal(rows: ListRow[], index: number, below: number): boolean {
  const [own, next] = [rows[index]?.printed, rows[index + 1]?.printed];
  if (own === undefined || next === undefined) return false;
  const name = own.trim();
  return (
    CLASS.test(name) ||
    indentOf(next) > indentOf(own) ||
    (ORGANISATION.test(name) && (below > 1 || !ORGANISATION.test(next.trim())))
  );
}

/** Blanks before the name, a wide one as two. */
const indentOf = (printed: string): number =>
  [...(/^\s*/.exec(printed)?.[0] ?? '')].reduce((width, sign) => width + (sign === '　' ? 2 : 1), 0);
