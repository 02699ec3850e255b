import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLattice } from '../../../../extractors/printed/layout/lattice.js';
import { connectedRules, joinRules } from '../../../../extractors/printed/layout/rulings.js';
import type { GrayRaster } from '../../../../extractors/raster/raster.js';
import { findRulings, type PixelRule } from '../../../../extractors/scanned/rulings/find-rulings.js';
import { blankGray, type DrawnTable, drawTable, fillGray, slanted } from '../../../support/drawn-rules.js';
import { runsOf } from '../../../support/thorough.js';

/** 200 dots per inch. */
const SCALE = 200 / 72;

const even = (gray: GrayRaster) => ({ gray, textSize: null, ragged: false });
const ragged = (gray: GrayRaster) => ({ gray, textSize: null, ragged: true });

/** The cells of the tables that the rules of a picture make, as `row,column rowsxcolumns`. */
function cellsOf(picture: GrayRaster): string[] {
  const rules = findRulings(even(picture), SCALE).rules.map(({ horizontal, at, from, to }) => ({
    horizontal,
    at: at / SCALE,
    from: from / SCALE,
    to: to / SCALE,
  }));
  return connectedRules(joinRules(rules)).flatMap((group) =>
    (buildLattice(group)?.cells ?? []).map(
      ({ row, column, rowEnd, columnEnd }) => `${row},${column} ${rowEnd - row}x${columnEnd - column}`,
    ),
  );
}

const grid = (rows: number, columns: number): string[] =>
  Array.from({ length: rows * columns }, (_, i) => `${Math.floor(i / columns)},${i % columns} 1x1`);

const XS = [60, 160, 300, 520, 740];
const YS = [50, 110, 160, 230, 280, 340];
const PLAIN: DrawnTable = { xs: XS, ys: YS };

function picture(table: DrawnTable): GrayRaster {
  const drawn = blankGray(800, 400);
  drawTable(drawn, table);
  return drawn;
}

const count = (rules: readonly PixelRule[], horizontal: boolean): number =>
  rules.filter((rule) => rule.horizontal === horizontal).length;

/** A character of strokes along and across, as high as wide. */
function drawStrokes(drawn: GrayRaster, left: number, top: number, size: number): void {
  fillGray(drawn, left, top, left + size, top + 3);
  fillGray(drawn, left, top + size - 3, left + size, top + size);
  fillGray(drawn, left + (size >> 1), top, left + (size >> 1) + 3, top + size);
  fillGray(drawn, left + 4, top + (size >> 1), left + size - 4, top + (size >> 1) + 3);
}

describe('rules of a picture', () => {
  it('make the cells of a table', () => {
    const { rules } = findRulings(even(picture(PLAIN)), SCALE);
    expect([count(rules, true), count(rules, false)]).toEqual([6, 5]);
    expect(cellsOf(picture(PLAIN))).toEqual(grid(5, 4));
  });

  it.each([
    ['hairlines', { thickness: 1 }],
    ['thick frames', { thickness: 8 }],
    ['dots', { drawn: (along: number) => along % 6 < 3 }],
    ['dashes', { drawn: (along: number) => along % 14 < 8 }],
    ['breaks', { drawn: (along: number) => along % 97 > 9 }],
  ])('drawn as %s', (_, how) => {
    expect(cellsOf(picture({ ...PLAIN, ...how }))).toEqual(grid(5, 4));
  });

  it('that are double are one', () => {
    const drawn = picture({ ...PLAIN, thickness: 1 });
    drawTable(drawn, { xs: XS.map((x) => x + 4), ys: YS.map((y) => y + 4), thickness: 1 });
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('climb a few pixels over the page', () => {
    for (const climb of [-6, -3, 2, 5]) expect(cellsOf(slanted(picture(PLAIN), climb))).toEqual(grid(5, 4));
  });

  it('are seen at the edges of shaded cells and within them', () => {
    const drawn = blankGray(800, 400);
    fillGray(drawn, 60, 50, 740, 160, 190);
    fillGray(drawn, 60, 160, 160, 340, 150);
    drawTable(drawn, PLAIN);
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('are pale on a noisy page', () => {
    const drawn = blankGray(800, 400);
    drawTable(drawn, PLAIN);
    let state = 7;
    for (let i = 0; i < drawn.pixels.length; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const base = (drawn.pixels[i] ?? 0) < 128 ? 170 : 235;
      drawn.pixels[i] = base + ((state >>> 16) % 33) - 16;
    }
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('are told from the strokes of characters', () => {
    const drawn = picture(PLAIN);
    for (let x = 170; x < 280; x += 30) drawStrokes(drawn, x, 115, 27);
    for (let x = 310; x < 460; x += 66) drawStrokes(drawn, x, 168, 56);
    fillGray(drawn, 540, 250, 580, 254);
    fillGray(drawn, 100, 290, 103, 330);
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('are told from strokes that stand on both rules of a row', () => {
    const drawn = picture(PLAIN);
    for (let x = 170; x < 280; x += 30) {
      drawStrokes(drawn, x, 112, 26);
      drawStrokes(drawn, x, 139, 24);
    }
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('of one bit are told from figures that stand one above the other on the rules of low rows', () => {
    const drawn = blankGray(800, 400);
    const ys = [50, 72, 94, 116, 138, 160];
    drawTable(drawn, { xs: XS, ys });
    for (const y of ys.slice(1)) {
      for (const [row, half] of [4, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 4, 3].entries()) {
        const [top, hole] = [y - 18 + row, row > 3 && row < 14 ? 2 : 0];
        fillGray(drawn, 400 - half, top, 400 - hole, top + 1);
        fillGray(drawn, 400 + hole, top, 400 + half, top + 1);
      }
    }
    const { rules } = findRulings(ragged(drawn), SCALE);
    expect([count(rules, true), count(rules, false)]).toEqual([6, 5]);
  });

  it('of which one bit has left specks go on to the next rule', () => {
    const drawn = blankGray(800, 400);
    drawTable(drawn, { xs: [60, 300, 740], ys: YS });
    for (let y = 52; y < 110; y++) {
      if (y % 6 > 2 || (y >= 64 && y < 74)) fillGray(drawn, 300, y, 302, y + 1, 255);
    }
    for (const y of [76, 80, 98, 104]) fillGray(drawn, 300, y, 302, y + 3);
    const { rules, text } = findRulings(ragged(drawn), SCALE);
    const middle = rules.find(({ horizontal, at }) => !horizontal && Math.abs(at - 301) < 3);
    expect(middle?.from).toBeLessThan(55);
    expect(text.pixels.filter((pixel) => pixel < 200).length).toBe(0);
  });

  it.each([
    ['its end', 54, 92],
    ['the next', 68, 106],
  ])(
    'of one bit go on to the next rule over specks that leave a part of their way beside %s bare',
    (_, top, bottom) => {
      const drawn = blankGray(800, 400);
      drawTable(drawn, { xs: [60, 300, 740], ys: YS });
      fillGray(drawn, 300, 53, 302, 110, 255);
      for (let y = top; y < bottom; y += 6) fillGray(drawn, 300, y, 302, y + 4);
      const { rules } = findRulings(ragged(drawn), SCALE);
      const middle = rules.find(({ horizontal, at }) => !horizontal && Math.abs(at - 301) < 3);
      expect(middle?.from).toBeLessThan(55);
    },
  );

  it('of one bit are no lines of small text, however much of their band is ink', () => {
    const drawn = blankGray(800, 400);
    drawTable(drawn, { xs: [60, 460, 740], ys: YS });
    for (let x = 64; x < 456; x += 6) fillGray(drawn, x, 70, x + 4, 92);
    const { rules } = findRulings({ gray: drawn, textSize: 24, ragged: true }, 6);
    expect([count(rules, true), count(rules, false)]).toEqual([6, 3]);
  });

  it('of one bit that are long may have text close beside them, and breaks at the rules they end at', () => {
    const drawn = blankGray(800, 600);
    drawTable(drawn, { xs: [60, 300, 740], ys: [50, 300, 550] });
    for (const y of [52, 534]) fillGray(drawn, 300, y, 302, y + 14, 255);
    for (let y = 80; y < 520; y += 44) fillGray(drawn, 304, y, 320, y + 14);
    const { rules } = findRulings(ragged(drawn), SCALE);
    expect([count(rules, true), count(rules, false)]).toEqual([3, 3]);
  });

  it('of one bit do not go on over a character that stands on their way', () => {
    const drawn = blankGray(800, 400);
    drawTable(drawn, { xs: [60, 300, 740], ys: YS });
    fillGray(drawn, 297, 52, 305, 110, 255);
    fillGray(drawn, 300, 66, 302, 96);
    fillGray(drawn, 287, 74, 315, 76);
    const { rules } = findRulings(ragged(drawn), SCALE);
    const middle = rules.find(({ horizontal, at }) => !horizontal && Math.abs(at - 301) < 3);
    expect(middle?.from).toBeGreaterThan(100);
  });

  it('beside the table are none of it: underlines and blanks', () => {
    const drawn = picture(PLAIN);
    fillGray(drawn, 320, 140, 480, 142);
    fillGray(drawn, 100, 20, 400, 22);
    expect(cellsOf(drawn)).toEqual(grid(5, 4));
  });

  it('are found whatever the rows, columns and merged cells', () => {
    const sizes = fc.array(fc.integer({ min: 40, max: 120 }), { minLength: 3, maxLength: 6 });
    const tables = fc
      .record({
        widths: sizes,
        heights: sizes,
        at: fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
        thickness: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ widths, heights, at: [r, c, tall, wide], thickness }) => {
        const lines = (steps: readonly number[]): number[] => {
          let at = 40;
          return [at, ...steps.map((step) => (at += step))];
        };
        const row = r % heights.length;
        const column = c % widths.length;
        const rowEnd = Math.min(heights.length - (row === 0 ? 1 : 0), row + tall);
        const columnEnd = Math.min(widths.length - (column === 0 ? 1 : 0), column + wide);
        return {
          xs: lines(widths),
          ys: lines(heights),
          merged: [[row, column, rowEnd, columnEnd]] as const,
          thickness,
        };
      });
    fc.assert(
      fc.property(tables, (table) => {
        const drawn = blankGray((table.xs.at(-1) ?? 0) + 40, (table.ys.at(-1) ?? 0) + 40);
        drawTable(drawn, table);
        const [[row, column, rowEnd, columnEnd]] = table.merged;
        const expected = grid(table.ys.length - 1, table.xs.length - 1).filter((cell) => {
          const [r = 0, c = 0] = cell.split(/[, ]/).map(Number);
          return r < row || r >= rowEnd || c < column || c >= columnEnd;
        });
        const merged = `${row},${column} ${rowEnd - row}x${columnEnd - column}`;
        expect(cellsOf(drawn).sort()).toEqual([...expected, merged].sort());
      }),
      { numRuns: runsOf(5, 40) },
    );
  });
});

describe('the picture without the ink of its rules', () => {
  it('is blank where only rules were drawn', () => {
    for (const table of [PLAIN, { ...PLAIN, thickness: 1 }, { ...PLAIN, thickness: 6 }]) {
      const { text } = findRulings(even(slanted(picture(table), 3)), SCALE);
      expect(text.pixels.filter((pixel) => pixel < 200).length).toBe(0);
    }
  });

  it('keeps strokes that cross or touch a rule', () => {
    const drawn = picture(PLAIN);
    fillGray(drawn, 400, 140, 404, 190);
    const { text } = findRulings(even(drawn), SCALE);
    const column = Array.from({ length: 50 }, (_, i) => text.pixels[(140 + i) * text.width + 401] ?? 0);
    expect(column.every((pixel) => pixel < 100)).toBe(true);
  });

  it('keeps what a rule does not cover of figures that stand on it, and ends them there', () => {
    const drawn = picture(PLAIN);
    const [left, top] = [400, 142];
    fillGray(drawn, left, top, left + 3, 160);
    fillGray(drawn, left + 9, top, left + 12, 160);
    fillGray(drawn, left, top, left + 12, top + 3);
    fillGray(drawn, left, 155, left + 12, 160);
    const { text } = findRulings(even(drawn), SCALE);
    const level = (x: number, y: number): number => text.pixels[y * text.width + x] ?? 0;
    expect(level(left + 6, 156)).toBeLessThan(100);
    expect([level(left + 1, 161), level(left + 10, 161), level(left + 40, 160)]).toEqual([255, 255, 255]);
  });

  it('keeps the shade of cells', () => {
    const drawn = blankGray(800, 400);
    fillGray(drawn, 60, 50, 740, 340, 200);
    drawTable(drawn, PLAIN);
    const { text } = findRulings(even(drawn), SCALE);
    expect(text.pixels[160 * text.width + 400]).toBe(200);
  });
});
