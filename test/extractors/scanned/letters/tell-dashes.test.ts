import { expect, it } from 'vitest';
import { tellDashes } from '../../../../extractors/scanned/letters/tell-dashes.js';

/** Read with the dash as wide as told, in heights of the line of 40. */
const told = (text: string, width: number): string =>
  tellDashes(
    [...text].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: 40 * i, confidence: 0.99 })),
    (i) => ({ from: 40 * i, to: 40 * i + 40 * width, top: 18, bottom: 21, area: 60 }),
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
  ['-级指标', 0.3, '-级指标'],
  ['-级支流', 0.42, '一级支流'],
  ['一级支流', 0.42, '一级支流'],
  ['双随机、-公开', 0.42, '双随机、一公开'],
  ['一12', 0.42, '-12'],
  ['1-产出指标', 0.7, '1-产出指标'],
  ['22一社会效益', 0.7, '22-社会效益'],
  ['年一季度', 0.9, '年一季度'],
  ['-', 0.9, '—'],
  ['—', 0.9, '—'],
] as const)('%s %f wide is %s', (read, width, text) => {
  expect(told(read, width)).toBe(text);
});
