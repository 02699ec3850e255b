import { expect, it } from 'vitest';
import { isWeak, likelierReading } from '../../../../extractors/scanned/letters/likelier-reading.js';
import type { MetCharacter } from '../../../../extractors/scanned/letters/match-ink.js';

/** `?` behind a character: it is not likely. */
const read = (text: string): MetCharacter[] =>
  [...text.matchAll(/(.)(\?)?/gu)].map(([, char = '', weak], i) => ({
    code: char.codePointAt(0) ?? 0,
    middle: 20 * i,
    confidence: weak ? 0.4 : 0.95,
  }));

const textOf = (met: readonly MetCharacter[]): string =>
  met.map(({ code }) => String.fromCodePoint(code)).join('');

it.each([
  ['其他股?职经费', '其他履职经费', '其他履职经费'],
  ['其他股职经费', '其他履职经费', '其他股职经费'],
  ['其他股?职经费', '其他履?职经费', '其他股职经费'],
  ['第3?次', '第8次', '第3次'],
  ['进一?步', '进二步', '进一步'],
  ['95%', '≥95%', '≥95%'],
  ['≥80', '≥80%', '≥80%'],
  ['80', '803', '80'],
  ['汉字', '汉字、', '汉字'],
  ['1 000', '1000', '1 000'],
])('%s, and %s the second time, is %s', (first, second, likelier) => {
  const met = likelierReading(read(first), read(second));
  expect(textOf(met)).toBe(likelier);
});

it('what only the second reading has is not sure', () => {
  const of = (first: string, second: string, at: number): number =>
    likelierReading(read(first), read(second))[at]?.confidence ?? 1;
  expect(of('股?职', '履职', 0)).toBeLessThan(0.9);
  expect(of('95', '≥95', 0)).toBeLessThan(0.9);
  expect(of('95', '95%', 2)).toBeLessThan(0.9);
});

it('a line is weak where a word is; figures and 一 do not count', () => {
  expect(isWeak(read('股?职'))).toBe(true);
  expect(isWeak(read('股职'))).toBe(false);
  expect(isWeak(read('1?0一?'))).toBe(false);
});
