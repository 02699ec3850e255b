import { describe, expect, it } from 'vitest';
import { doubtForms } from '../../../../extractors/scanned/letters/doubt-forms.js';
import type { MetCharacter } from '../../../../extractors/scanned/letters/match-ink.js';
import { withDoubt } from '../../../../extractors/scanned/letters/with-doubt.js';

const read = (text: string): MetCharacter[] =>
  [...text].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: 20 * i, confidence: 0.99 }));

const unsure = (met: readonly MetCharacter[]): string =>
  met
    .filter(({ confidence }) => confidence < 0.9)
    .map(({ code }) => String.fromCodePoint(code))
    .join('');

describe('two readings of a line', () => {
  it.each([
    ['1,234.56', '1,234.56', ''],
    ['1,234.56', '1, 234.56', ''],
    ['1,234.56', '1,284.56', '3'],
    ['98%', '≥98%', '9'],
    ['300', '3000', '30'],
    ['3000', '300', '0'],
    ['', '1', ''],
    ['1', '', '1'],
  ])('%s and %s', (first, second, doubted) => {
    expect(unsure(withDoubt(read(first), read(second)))).toBe(doubted);
  });
});

describe('forms of figures', () => {
  it.each([
    '12',
    '12.5',
    '1,234',
    '1,234,567.89',
    '0.50%',
    '2025.12.31',
    '1.2.3',
    '≥98.5%',
    '1.',
    '%',
    '12,3,45',
  ])('%s is one', (text) => {
    expect(unsure(doubtForms(read(text)))).toBe('');
  });

  it.each([
    '1.234,56',
    '35.790.09',
    '12,34',
    '1,2345',
    '47,000000',
    '80.,000',
    '≥%',
    '20.000 00.1',
    '[00%',
    'P00%',
    '12!',
  ])('%s is none and not relied on, but stays', (text) => {
    const met = doubtForms(read(text));
    expect(unsure(met)).not.toBe('');
    expect(met.map(({ code }) => String.fromCodePoint(code)).join('')).toBe(text);
  });
});
