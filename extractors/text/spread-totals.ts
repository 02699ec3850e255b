import type { SourceCell } from '../tables/grid-builder.js';

/** 合计 stands over 类 | 款 | 项 and the name at most. */
const MOST_SHORT = 3;

/**
 * Gives 合计 its span back where it stands over the columns of code and name and its merge is lost: the row is as much shorter
 * than the others as columns stand before their names, and a figure follows at once.
 */
export function spreadTotals(rows: readonly (readonly SourceCell[])[]): SourceCell[][] {
  const width = Math.max(0, ...rows.map(widthOf));
  const full = rows.filter(
    (row) => row.length === width && row.every(({ colSpan = 1 }) => colSpan === 1) && row.some(isFigure),
  );
  return rows.map((row) => {
    const short = width - row.length;
    const [first, second, ...rest] = row;
    const isShort = widthOf(row) === row.length && short >= 1 && short <= MOST_SHORT;
    if (!isShort || !first || !second || !TOTAL.test(first.text.trim()) || !isFigure(second)) return [...row];
    if (!areNames(full.map((each) => each[short]?.text ?? ''))) return [...row];
    return [{ ...first, colSpan: short + 1 }, second, ...rest];
  });
}

const TOTAL = /^[合总小]\s*计$/;

const widthOf = (row: readonly SourceCell[]): number =>
  row.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0);

const isFigure = ({ text }: SourceCell): boolean => /^-?\d[\d,]*(\.\d+)?$/.test(text.trim());

/** Names of rows: words wherever something stands. */
const areNames = (texts: readonly string[]): boolean =>
  texts.some((text) => text.trim() !== '') &&
  texts.every((text) => text.trim() === '' || /\p{Script=Han}/u.test(text));
