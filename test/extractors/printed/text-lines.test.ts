import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../extractors/printed/layout/text-lines.js';
import { collectGlyphs } from '../../../extractors/printed/page/collect-glyphs.js';
import type { MeasuredGlyphs } from '../../../extractors/printed/page/measured-page.js';
import { IS_THOROUGH } from '../../support/thorough.js';

interface Letter {
  text: string;
  left: number;
  top: number;
  size: number;
}

/** Upright letters half as wide as high. */
const glyphsOf = (letters: readonly Letter[]): MeasuredGlyphs => ({
  ...collectGlyphs(
    letters.map(({ text, left, top, size }) => ({
      code: text.codePointAt(0) ?? 0,
      left,
      top,
      right: left + size / 2,
      bottom: top + size,
      run: 0,
    })),
  ),
  figureSpacing: 0,
});

const linesOf = (letters: readonly Letter[]): string[] =>
  readLines(
    glyphsOf(letters),
    letters.map((_, i) => i),
  ).map(({ text }) => text);

describe('lines of letters', () => {
  it('take in chains of raised and lowered letters, in whatever order these are drawn', () => {
    const word = (text: string, left: number, top: number, size: number): Letter[] =>
      [...text].map((char, i) => ({ text: char, left: left + (i * size) / 2, top, size }));
    const lines = [0, 1, 2].flatMap((line) => [
      ...word('检测PM', -2, 100 + 30 * line, 12),
      ...word('2.5', 22, 106 + 30 * line, 7),
      ...word('年均m', 38, 100 + 30 * line, 12),
      ...word('12', 56, 98 + 30 * line, 7),
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (drawn) => {
        expect(linesOf(drawn)).toEqual(['检测PM2.5年均m12', '检测PM2.5年均m12', '检测PM2.5年均m12']);
      }),
    );
  });

  it.runIf(IS_THOROUGH)('are found in a time that grows with the letters, not with their square', () => {
    const letters = Array.from({ length: 40_000 }, (_, line): Letter[] => [
      { text: 'm', left: 10, top: 20 * line, size: 12 },
      { text: '3', left: 16, top: 20 * line - 1, size: 7 },
    ]).flat();
    const lines = linesOf(letters);
    expect(lines).toHaveLength(40_000);
    expect(new Set(lines)).toEqual(new Set(['m3']));
  });
});
