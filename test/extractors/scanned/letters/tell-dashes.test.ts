import { expect, it } from 'vitest';
import { joinBrokenDashes, tellDashes } from '../../../../extractors/scanned/letters/tell-dashes.js';

/** Read with the dash as wide as told, in heights of the line of 40. */
const told = (text: string, width: number): string =>
  tellDashes(
    [...text].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: 40 * i, confidence: 0.99 })),
    (i) => ({ from: 40 * i - 20 * width, to: 40 * i + 20 * width, top: 18, bottom: 21, area: 60 }),
    40,
  )
    .map(({ code }) => String.fromCodePoint(code))
    .join('');

it.each([
  ['-般公共', 0.9, '一般公共'],
  ['1、-般公共', 0.9, '1、一般公共'],
  ['第一季', 0.9, '第一季'],
  ['4-8', 0.9, '4—8'],
  ['4-8', 0.3, '4-8'],
  ['一12', 0.3, '-12'],
  ['-12', 0.3, '-12'],
  ['三会－课', 0.9, '三会一课'],
  ['－般公共', 0.9, '一般公共'],
  ['-级指标', 0.55, '一级指标'],
  ['-级支流', 0.42, '一级支流'],
  ['一级支流', 0.42, '一级支流'],
  ['双随机、-公开', 0.42, '双随机、一公开'],
  ['一12', 0.42, '-12'],
  ['1-产出指标', 0.7, '1-产出指标'],
  ['22一社会效益', 0.7, '22-社会效益'],
  ['年一季度', 0.9, '年一季度'],
  ['有-定提升', 0.45, '有一定提升'],
  ['-', 0.9, '—'],
  ['—', 0.9, '—'],
] as const)('%s %f wide is %s', (read, width, text) => {
  expect(told(read, width)).toBe(text);
});

it('at the start of a line the character behind tells the room', () => {
  const met = [...'-级指标'].map((char, i) => ({
    code: char.codePointAt(0) ?? 0,
    middle: 40 * i - (i && 10),
    confidence: 0.99,
  }));
  const told = tellDashes(
    met,
    (i) => ({ from: 40 * i - 7, to: 40 * i + 7, top: 18, bottom: 21, area: 60 }),
    40,
  );
  expect(told[0]?.code).toBe('-'.codePointAt(0));
});

it('a stroke that takes half the room of a character is a hyphen, however it was read', () => {
  const middles = [0, 40, 70, 100, 140];
  const met = [...'产出一数量'].map((char, i) => ({
    code: char.codePointAt(0) ?? 0,
    middle: middles[i] ?? 0,
    confidence: 0.99,
  }));
  const told = tellDashes(met, () => ({ from: 56, to: 84, top: 18, bottom: 21, area: 60 }), 40);
  expect(told.map(({ code }) => String.fromCodePoint(code)).join('')).toBe('产出-数量');
  expect(told[2]?.confidence).toBeLessThan(0.9);
});

const placed = (text: string, middles: readonly number[]) =>
  [...text].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: middles[i] ?? 0, confidence: 0.99 }));

it.each([
  ['5-2年度', [80, 110, 140, 170, 210], '5—2年度'],
  ['5-2年度', [80, 100, 120, 150, 190], '5-2年度'],
] as const)('%s of figures at %j is told by the room between them', (text, middles, meant) => {
  const told = tellDashes(placed(text, middles), () => undefined, 40);
  expect(told.map(({ code }) => String.fromCodePoint(code)).join('')).toBe(meant);
});

it.each([
  ['5---2年度', [80, 100, 110, 120, 140, 170, 210], '5-2年度'],
  ['2--质量', [80, 95, 115, 150, 190], '2-质量'],
  ['2——质量', [80, 110, 150, 190, 230], '2——质量'],
  ['质——量', [0, 40, 80, 120], '质——量'],
] as const)('%s: dashes in the room of one are one', (text, middles, joined) => {
  const met = joinBrokenDashes(placed(text, middles), 40);
  expect(met.map(({ code }) => String.fromCodePoint(code)).join('')).toBe(joined);
  if (joined.length < text.length) expect(met[1]?.confidence).toBeLessThan(0.9);
});
