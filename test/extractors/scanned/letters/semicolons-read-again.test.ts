import { expect, it } from 'vitest';
import { withSemicolonsOf } from '../../../../extractors/scanned/letters/semicolons-read-again.js';

const read = (text: string, shift = 0) =>
  [...text].map((char, i) => ({
    code: char.codePointAt(0) ?? 0,
    middle: 20 * i + shift,
    confidence: 0.6,
  }));

it.each([
  ['1份：', '1份；', 3, '1份；'],
  ['1份:', '1份；', 3, '1份;'],
  ['1份：', '1份：', 3, '1份：'],
  ['1份；', '1份：', 3, '1份；'],
  ['1：份', '1份；', 0, '1：份'],
])('%s that is read again as %s, %d farther right, is %s', (first, again, shift, meant) => {
  const met = withSemicolonsOf(read(again, shift), read(first), 8);
  expect(met.map(({ code }) => String.fromCodePoint(code)).join('')).toBe(meant);
});
