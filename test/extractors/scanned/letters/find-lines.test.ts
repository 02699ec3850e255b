import { describe, expect, it } from 'vitest';
import { findLines } from '../../../../extractors/scanned/letters/find-lines.js';
import { DrawnInk } from './drawn-ink.js';

const EM = 30;
const WHOLE = { left: 0, top: 0, right: 600, bottom: 400 };

/** Characters of 24 by 26 pixels, `EM` from one to the next: a frame with a stroke in the middle. */
function line(drawn: DrawnInk, left: number, top: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const [x, y] = [left + i * EM, top];
    drawn.block({ left: x, top: y, right: x + 24, bottom: y + 3 });
    drawn.block({ left: x, top: y + 23, right: x + 24, bottom: y + 26 });
    drawn.block({ left: x, top: y, right: x + 3, bottom: y + 26 });
    drawn.block({ left: x + 21, top: y, right: x + 24, bottom: y + 26 });
  }
}

const page = (): DrawnInk => new DrawnInk(600, 400);

describe('lines within areas', () => {
  it('are parted by paper, from top to bottom, each as wide as its ink', () => {
    const drawn = page();
    line(drawn, 40, 50, 6);
    line(drawn, 40, 90, 3);
    expect(findLines(drawn, [WHOLE])).toEqual([
      { left: 40, top: 50, right: 40 + 5 * EM + 24, bottom: 76 },
      { left: 40, top: 90, right: 40 + 2 * EM + 24, bottom: 116 },
    ]);
  });

  it('that touch are cut between them', () => {
    const drawn = page();
    for (const top of [50, 120, 190]) line(drawn, 40, top, 5);
    line(drawn, 300, 50, 4);
    line(drawn, 300, 78, 4);
    drawn.block({ left: 310, top: 76, right: 312, bottom: 78 });
    const found = findLines(drawn, [
      { left: 280, top: 0, right: 600, bottom: 110 },
      { left: 0, top: 0, right: 280, bottom: 400 },
    ]);
    expect(found.slice(0, 2).map(({ top, bottom }) => bottom - top)).toEqual([
      expect.closeTo(27, -1),
      expect.closeTo(27, -1),
    ]);
    expect(found).toHaveLength(5);
  });

  it('a character larger than the others is one line', () => {
    const drawn = page();
    for (const top of [50, 90, 130]) line(drawn, 40, top, 5);
    drawn.strokes(
      [
        [400, 60],
        [452, 60],
        [452, 112],
        [400, 112],
        [400, 60],
      ],
      3,
    );
    const [found] = findLines(drawn, [{ left: 380, top: 40, right: 600, bottom: 200 }, WHOLE]);
    expect(found?.bottom).toBeGreaterThan(110);
  });

  it('strokes of one character (＝, 二) are one line as high as the others', () => {
    const drawn = page();
    for (const top of [50, 90, 130]) line(drawn, 40, top, 5);
    drawn
      .block({ left: 400, top: 60, right: 420, bottom: 62 })
      .block({ left: 400, top: 68, right: 420, bottom: 70 });
    const found = findLines(drawn, [WHOLE, { left: 380, top: 40, right: 500, bottom: 90 }]).at(-1);
    expect(found).toMatchObject({ left: 400, right: 420 });
    expect((found?.bottom ?? 0) - (found?.top ?? 0)).toBe(26);
  });

  it('what a ruling left at the edge and specks are none', () => {
    const drawn = page();
    for (const top of [60, 100, 140]) line(drawn, 40, top, 5);
    drawn
      .block({ left: 20, top: 50, right: 300, bottom: 52 })
      .block({ left: 250, top: 200, right: 252, bottom: 202 });
    const found = findLines(drawn, [{ left: 20, top: 50, right: 300, bottom: 300 }]);
    expect(found.map(({ top }) => top)).toEqual([60, 100, 140]);
  });

  it('what is left of a ruling within an area is none', () => {
    const drawn = page();
    for (const top of [60, 100, 180]) line(drawn, 40, top, 5);
    drawn.block({ left: 40, top: 150, right: 340, bottom: 153 });
    expect(findLines(drawn, [WHOLE]).map(({ top }) => top)).toEqual([60, 100, 180]);
  });

  it('what reaches over a rule from the next area is none', () => {
    const drawn = page();
    for (const top of [60, 100, 140]) line(drawn, 40, top, 5);
    drawn.block({ left: 60, top: 193, right: 90, bottom: 200 });
    const found = findLines(drawn, [{ left: 20, top: 50, right: 300, bottom: 200 }]);
    expect(found.map(({ top }) => top)).toEqual([60, 100, 140]);
  });

  it('begin and end with thin strokes that are pale', () => {
    const drawn = page();
    for (const top of [60, 100, 140]) line(drawn, 70, top, 5);
    for (let y = 72; y < 75; y++) drawn.pixels.fill(215, y * 600 + 42, y * 600 + 64);
    expect(findLines(drawn, [WHOLE]).map(({ left }) => left)).toEqual([42, 70, 70]);
  });

  it('what is left of the dark edge of a scan is none', () => {
    const drawn = page();
    for (const top of [60, 100, 180]) line(drawn, 40, top, 5);
    drawn.block({ left: 594, top: 150, right: 600, bottom: 340 });
    expect(findLines(drawn, [WHOLE]).map(({ top }) => top)).toEqual([60, 100, 180]);
  });

  it('columns side by side are lines of their own', () => {
    const drawn = page();
    line(drawn, 20, 50, 4);
    line(drawn, 300, 50, 4);
    line(drawn, 20, 90, 4);
    line(drawn, 300, 98, 4);
    for (const top of [180, 220, 260]) line(drawn, 20, top, 4);
    expect(findLines(drawn, [WHOLE]).map(({ left, top }) => [left, top])).toContainEqual([300, 98]);
  });

  it('an area beyond the picture or without ink holds none', () => {
    expect(findLines(page(), [{ left: -5, top: 390, right: 700, bottom: 500 }])).toEqual([]);
    expect(findLines(page(), [])).toEqual([]);
  });
});
