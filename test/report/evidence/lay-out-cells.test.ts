import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/model/grid.js';
import { layOutCells } from '../../../src/report/evidence/lay-out-cells.js';
import {
  gapsBetween,
  numbersIn,
  type Range,
  shownRanges,
} from '../../../src/report/evidence/shown-ranges.js';

const cellAt = (row: number, column: number, rowSpan = 1, colSpan = 1): Cell => ({
  row,
  column,
  rowSpan,
  colSpan,
  text: `${row},${column}`,
  place: `t1 r${row} c${column}`,
});

const gridOf = (rows: number, columns: number, cells: Cell[]): Grid => ({
  kind: 'grid',
  table: 1,
  rows,
  columns,
  cells,
  certainty: 'ruled',
});

const texts = (rows: ReturnType<typeof layOutCells>): string[][] =>
  rows
    .flat()
    .map(({ cells }) =>
      cells.map(
        ({ cell, rowSpan, colSpan, continued }) =>
          `${cell?.text ?? '-'}:${rowSpan}x${colSpan}${continued ? '…' : ''}`,
      ),
    );

describe('layOutCells', () => {
  it('keeps merges, and gives covered slots no cell', () => {
    const grid = gridOf(2, 3, [cellAt(1, 1, 2, 1), cellAt(1, 2, 1, 2), cellAt(2, 2), cellAt(2, 3)]);
    expect(texts(layOutCells(grid, [{ from: 1, to: 2 }], [{ from: 1, to: 3 }]))).toEqual([
      ['1,1:2x1', '1,2:1x2'],
      ['2,2:1x1', '2,3:1x1'],
    ]);
  });

  it('shows a cell that reaches over a gap again on the other side', () => {
    const grid = gridOf(6, 2, [cellAt(1, 1, 6, 1), ...[1, 2, 3, 4, 5, 6].map((row) => cellAt(row, 2))]);
    const rows = [
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ];
    expect(texts(layOutCells(grid, rows, [{ from: 1, to: 2 }]))).toEqual([
      ['1,1:2x1', '1,2:1x1'],
      ['2,2:1x1'],
      ['1,1:2x1…', '5,2:1x1'],
      ['6,2:1x1'],
    ]);
  });

  it('makes every row as wide as the others, whatever cells claim', () => {
    const cell = fc
      .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([row, column, rowSpan, colSpan]) => cellAt(row + 1, column + 1, rowSpan, colSpan));
    const ranges = fc
      .uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 })
      .map((wanted) => shownRanges(8, wanted, { few: 2, head: 1, around: 0 }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), ranges, ranges, (cells, rows, columns) => {
        const drawn = layOutCells(gridOf(8, 8, cells), rows, columns);
        for (const group of drawn)
          expect(widthsOf(group)).toEqual(group.map(() => numbersIn(columns).length));
      }),
      { numRuns: 300 },
    );
  });
});

/** Slots filled in each row by its own cells and those reaching down from above; fails where a span leaves the group. */
function widthsOf(group: ReturnType<typeof layOutCells>[number]): number[] {
  const widths = group.map(() => 0);
  for (const [index, { cells }] of group.entries()) {
    for (const { rowSpan, colSpan } of cells) {
      expect(index + rowSpan).toBeLessThanOrEqual(group.length);
      for (let row = index; row < index + rowSpan; row++) widths[row] = (widths[row] ?? 0) + colSpan;
    }
  }
  return widths;
}

describe('shownRanges', () => {
  const limits = { few: 6, head: 2, around: 1 };

  it('shows all of what is small', () => {
    expect(shownRanges(6, [], limits)).toEqual([{ from: 1, to: 6 }]);
  });

  it('shows the beginning and the surroundings of what is wanted', () => {
    expect(shownRanges(30, [20, 12], limits)).toEqual([
      { from: 1, to: 2 },
      { from: 11, to: 13 },
      { from: 19, to: 21 },
    ]);
  });

  it('fills narrow gaps, at the end as well', () => {
    expect(shownRanges(12, [6, 9], limits)).toEqual([{ from: 1, to: 12 }]);
  });

  it('leaves every row either shown or announced', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 60 })),
        (total, wanted) => {
          const inside = wanted.filter((each) => each <= total);
          const ranges = shownRanges(total, inside, limits);
          const all: Range[] = [...ranges, ...gapsBetween(total, ranges)];
          expect(numbersIn(all).sort((a, b) => a - b)).toEqual(
            Array.from({ length: total }, (_, i) => i + 1),
          );
          expect(numbersIn(ranges)).toEqual(expect.arrayContaining(inside));
        },
      ),
    );
  });
});
