import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import { inflatePart } from '../../../extractors/docx/inflate-part.js';
import { ReadingBudget } from '../../../extractors/docx/reading-budget.js';
import { findZipParts } from '../../../extractors/docx/zip-parts.js';
import type { Grid } from '../../../src/model/grid.js';
import { docx, tbl, tc, tr } from '../../support/docx-builder.js';
import { onlyGrid } from '../../support/grid-shape.js';
import { runsOf } from '../../support/thorough.js';

const mark = fc.constantFrom(
  '',
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:hMerge/>',
  '<w:hMerge w:val="restart"/>',
);
const width = fc.constantFrom('', '<w:tcW w:w="900" w:type="dxa"/>', '<w:tcW w:w="2500" w:type="pct"/>');
const cell = fc.record({
  span: fc.integer({ min: 1, max: 4 }),
  merge: mark,
  width,
  text: fc.constantFrom('', '甲', '乙'),
});
const row = fc.record({
  before: fc.integer({ min: 0, max: 3 }),
  after: fc.integer({ min: 0, max: 3 }),
  cells: fc.array(cell, { minLength: 1, maxLength: 6 }),
});
const table = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  grid: fc.array(fc.constantFrom(20, 500, 1000), { maxLength: 8 }),
});

/** Slots that are filled by no cell, or by two. */
function wrongSlots(grid: Grid): string[] {
  const filled = new Map<string, number>();
  for (let r = 1; r <= grid.rows; r++) for (let c = 1; c <= grid.columns; c++) filled.set(`${r} ${c}`, 0);
  for (const { row: top, column, rowSpan, colSpan } of grid.cells) {
    for (let r = top; r < top + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++)
        filled.set(`${r} ${c}`, (filled.get(`${r} ${c}`) ?? -9) + 1);
    }
  }
  return [...filled].flatMap(([slot, times]) => (times === 1 ? [] : [`${slot}: ${times}`]));
}

test('cells of any table tile its grid, in reading order, with a place each', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, grid }) => {
      const xml = rows.map(({ before, after, cells }) =>
        tr(
          cells.map(({ span, merge, width, text }) =>
            tc(text, `${width}<w:gridSpan w:val="${span}"/>${merge}`),
          ),
          `<w:gridBefore w:val="${before}"/><w:gridAfter w:val="${after}"/>`,
        ),
      );
      const { blocks } = await docxReader.read(docx(tbl(xml, grid)), { path: 'a.docx' });
      const read = onlyGrid(blocks);
      expect(wrongSlots(read)).toEqual([]);
      expect(read.rows).toBe(rows.length);
      expect(read.cells.map((cell) => cell.place)).toEqual(
        [...read.cells]
          .sort((a, b) => a.row - b.row || a.column - b.column)
          .map((cell) => `t1 r${cell.row} c${cell.column}`),
      );
    }),
    { numRuns: runsOf(60, 300) },
  );
});

test('without merges no text is lost and rows keep their order', async () => {
  const plain = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(plain, async (rows) => {
      const xml = rows.map((cells) => tr(cells.map((value) => tc(`${value}`))));
      const { blocks } = await docxReader.read(docx(tbl(xml)), { path: 'a.docx' });
      const texts = onlyGrid(blocks).cells.filter((cell) => cell.text !== '');
      expect(
        rows.map((_, r) => texts.filter((cell) => cell.row === r + 1).map((cell) => Number(cell.text))),
      ).toEqual(rows);
    }),
    { numRuns: runsOf(30, 100) },
  );
});

test('parts inflate the same in steps as at once', () => {
  const data = fc.uint8Array({ maxLength: 300_000, size: 'max' });
  fc.assert(
    fc.property(data, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
      const zipped = zipSync({ a: [bytes, { level: level as 0 }] });
      const chunks: Uint8Array[] = [];
      for (const part of findZipParts(zipped).parts.values()) {
        expect(inflatePart(zipped, part, new ReadingBudget(), (chunk) => chunks.push(chunk))).toBeNull();
      }
      expect(Buffer.concat(chunks).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: runsOf(6, 30) },
  );
});

test('bytes changed at random end in an outcome, never in a fault', async () => {
  const whole = docx(tbl([tr(['项目', '资金']), tr([tc('宣传', '<w:vMerge w:val="restart"/>'), '20'])]));
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(whole.length),
      async (changes, length) => {
        const bytes = whole.slice();
        for (const { at, to } of changes) bytes[at] = to;
        const outcome = await docxReader
          .read(length % 3 === 0 ? bytes.subarray(0, length) : bytes, { path: 'a.docx' })
          .then(
            (extraction) => extraction.outcome,
            (error: Error) => error.name,
          );
        expect(['ok', 'partial', 'empty', 'UnreadableError', 'LimitError']).toContain(outcome);
      },
    ),
    { numRuns: runsOf(80, 400) },
  );
});
