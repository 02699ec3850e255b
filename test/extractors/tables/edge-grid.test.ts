import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EdgeRow, edgeGrid } from '../../../extractors/tables/edge-grid.js';

const rows: fc.Arbitrary<EdgeRow[]> = fc.array(
  fc
    .array(
      fc.record({
        width: fc.integer({ min: 1, max: 900 }),
        vertical: fc.constantFrom('none', 'start', 'continue'),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((widths) => {
      let left = 0;
      const cells = widths.map(({ width, vertical }, i) => {
        const cell = { left, right: left + width, vertical, text: `${i}`, nested: [] };
        left += width;
        return cell as EdgeRow['cells'][number];
      });
      return { cells, header: false };
    }),
  { minLength: 1, maxLength: 8 },
);

test('cells tile the grid and no text is lost', () => {
  fc.assert(
    fc.property(rows, (source) => {
      const grid = edgeGrid(source, 1);
      const filled = new Set<string>();
      for (const cell of grid.cells) {
        for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
          for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
            expect(filled.has(`${r} ${c}`)).toBe(false);
            filled.add(`${r} ${c}`);
          }
        }
      }
      expect(filled.size).toBe(grid.rows * grid.columns);
      const texts = grid.cells.flatMap((cell) => (cell.text === '' ? [] : cell.text.split('\n')));
      expect(texts.sort()).toEqual(source.flatMap((row) => row.cells.map((cell) => cell.text)).sort());
    }),
    { numRuns: 300 },
  );
});
