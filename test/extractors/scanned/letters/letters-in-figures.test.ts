import { expect, it } from 'vitest';
import { lettersInFigures } from '../../../../extractors/scanned/letters/letters-in-figures.js';

const mended = (text: string): string =>
  lettersInFigures(
    [...text].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: 20 * i, confidence: 0.99 })),
  )
    .map(({ code }) => String.fromCodePoint(code))
    .join('');

it.each([
  ['1O.5', '10.5'],
  ['l23', '123'],
  ['I2.50', '12.50'],
  ['6,000,000.0C', '6,000,000.00'],
  ['l', '1'],
  ['≥1〇0%', '≥100%'],
  ['!', '1'],
  ['[00%', '100%'],
  ['P00%，', '100%，'],
  ['≥B0%', '≥80%'],
  ['协同0A运维', '协同OA运维'],
])('%s is %s', (read, figure) => {
  expect(mended(read)).toBe(figure);
});

it.each([
  'C0903',
  'B05030702',
  'CO2',
  'O3',
  'DN2000',
  'PM2.5',
  '10l',
  'O',
  'II类',
  '二〇二六年',
  'COD',
  'B12%',
  '优秀！',
  'P0%',
  '1B',
  'A4',
  '≤0V',
  '0MPa',
  '10A',
])('%s stays', (text) => {
  expect(mended(text)).toBe(text);
});
