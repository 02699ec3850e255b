import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGrid } from '../../extractors/tables/grid-builder.js';
import { drawGrid } from '../../src/report/draw-grid.js';
import { textWidth } from '../../src/report/text-width.js';
import { runsOf } from '../support/thorough.js';

describe('drawGrid', () => {
  it('shows spans, row and column names', () => {
    const grid = buildGrid(
      [
        [{ text: '年度绩效指标', rowSpan: 2 }, { text: '一级指标' }, { text: '二级指标' }],
        [{ text: '合并的说明', colSpan: 2 }],
      ],
      { table: 2, page: 31 },
    );
    expect(drawGrid(grid, { width: 80 })).toMatchInlineSnapshot(`
      "p31 t2  2 行 × 3 列
      ┌────┬──────────────┬──────────┬──────────┐
      │    │ c1           │ c2       │ c3       │
      ├────┼──────────────┼──────────┼──────────┤
      │ r1 │ 年度绩效指标 │ 一级指标 │ 二级指标 │
      ├────┤              ├──────────┴──────────┤
      │ r2 │              │ 合并的说明          │
      └────┴──────────────┴─────────────────────┘
      "
    `);
  });

  it('keeps every text and the width, whatever the spans', () => {
    const cell = fc.record({
      text: fc.stringMatching(/^[甲乙丙丁]{0,40}$/),
      rowSpan: fc.integer({ min: 1, max: 3 }),
      colSpan: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const grid = buildGrid(rows, { table: 1 });
          fc.pre(grid.columns <= HELD_BY_160);
          const drawn = drawGrid(grid, { width: 160 });
          expect(letters(drawn)).toBe(letters(grid.cells.map(({ text }) => text).join('')));
          for (const line of drawn.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(160);
        },
      ),
      { numRuns: runsOf(50, 200) },
    );
  });

  it('cuts to the rows asked for and points out a cell', () => {
    const grid = buildGrid(
      Array.from({ length: 9 }, (_, r) => [{ text: `行${r + 1}` }, { text: `值${r + 1}` }]),
      { table: 1 },
    );
    const drawn = drawGrid(grid, { width: 60, rows: { from: 4, to: 6 }, marked: [9] });
    expect(drawn).toContain('【值5】');
    expect(drawn).toContain('r6');
    expect(drawn).not.toContain('行3');
    expect(drawn).not.toContain('行7');
  });
});

/** The letters of a drawing in a fixed order: wrapping moves them, but must lose none. */
const letters = (text: string): string => [...text.replace(/[^甲乙丙丁]/g, '')].sort().join('');

/** A column is not made narrower than six letters, with three of frame; more columns than this may be wider than the page. */
const HELD_BY_160 = 17;
