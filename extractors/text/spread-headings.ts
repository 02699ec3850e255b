import type { SourceCell } from '../tables/grid-builder.js';
import { summedHeading } from './summed-heading.js';

/**
 * Gives the headings of a header of two rows their spans back. Where merges are lost, a heading over several columns is one
 * cell, and what stands behind it slips to the left. The row below shows the widths: there every heading of one column is
 * continued by a blank cell, and the texts between blanks are the columns of one heading, or of several that have the same
 * columns. Rows for which this does not come out even stay as they are.
 */
export function spreadHeadings(rows: readonly (readonly string[])[]): SourceCell[][] {
  const spread = rows.map((row) => row.map((text): SourceCell => ({ text })));
  rows.forEach((row, index) => {
    const below = rows[index + 1] ?? [];
    const widths = widthsOver(below, row);
    if (widths.length === 0) {
      const split = summedHeading(rows, index);
      if (split < 0) return;
      spread[index] = row.map((text, i) =>
        i === split ? { text, colSpan: below.length } : { text, rowSpan: 2 },
      );
      return;
    }
    let column = 0;
    spread[index] = row.map((text, i) => {
      const colSpan = widths[i] ?? 1;
      const rowSpan = isBlank(below[column] ?? '') ? 2 : 1;
      column += colSpan;
      return { text, colSpan, rowSpan };
    });
    spread[index + 1] = below.filter((text) => !isBlank(text)).map((text) => ({ text }));
  });
  return spread;
}

/** Blank cells that must stand below headings before a row counts as the second row of a header. */
const LEAST_BLANKS = 2;

/** Columns below each cell of `row`; empty where the two rows are no header of two rows. */
function widthsOver(below: readonly string[], row: readonly string[]): number[] {
  if (row.length >= below.length || row.some(isBlank) || below.some(isAmount)) return [];
  if (!below.some(isBlank)) return repeatedUnder(below, row);
  if (below.filter(isBlank).length < LEAST_BLANKS) return [];
  const runs = runsOf(below);
  const whole = runs.map(({ length }) => length);
  if (whole.length === row.length) return whole;
  const split = runs.flatMap((run) => {
    const period = periodOf(run);
    return new Array<number>(run.length / period).fill(period);
  });
  return split.length === row.length ? split : [];
}

/** 收入 | 支出 over 项目 | 预算数 | 项目 | 预算数: each heading over the same columns. */
function repeatedUnder(below: readonly string[], row: readonly string[]): number[] {
  const period = periodOf(below);
  return row.length > 1 && period > 1 && below.length === period * row.length ? row.map(() => period) : [];
}

/** Neighbouring texts together, each blank on its own. */
function runsOf(texts: readonly string[]): string[][] {
  const runs: string[][] = [];
  texts.forEach((text, i) => {
    const before = texts[i - 1];
    if (isBlank(text) || before === undefined || isBlank(before)) runs.push([text]);
    else runs.at(-1)?.push(text);
  });
  return runs;
}

/** Length of what a run repeats: 3 for 合计, 基本支出, 项目支出 printed twice. */
function periodOf(run: readonly string[]): number {
  for (let period = 1; period < run.length; period++) {
    if (run.length % period === 0 && run.every((text, i) => text === run[i % period])) return period;
  }
  return run.length;
}

/** Headings stand over labels, not over the figures of a row. */
const isAmount = (text: string): boolean => /^-?[\d,]*\d\.\d+$/.test(text.trim());

const isBlank = (text: string): boolean => text.trim() === '';
