import { expect, it } from 'vitest';
import type { ReadText } from '../../../../extractors/scanned/letters/text-reader.js';
import {
  withWrappedDashes,
  withWrappedWords,
} from '../../../../extractors/scanned/letters/wrapped-dashes.js';

const lineAt = (text: string, top: number, left = 100): ReadText => ({
  box: { left, top, right: left + 20 * text.length, bottom: top + 20 },
  characters: [...text].map((char, i) => ({
    code: char.codePointAt(0) ?? 0,
    left: left + 20 * i,
    right: left + 20 * i + 20,
    confidence: 0.99,
  })),
});

const told = (...lines: ReadText[]): string[] =>
  withWrappedDashes(lines).map(({ characters }) =>
    characters.map(({ code }) => String.fromCodePoint(code)).join(''),
  );

it('一 behind a figure at the end of the line before is a hyphen', () => {
  expect(told(lineAt('产出指标，12', 0), lineAt('一质量指标', 24))).toEqual(['产出指标，12', '-质量指标']);
});

it('一 stays behind words, far below, in another column and by itself', () => {
  expect(told(lineAt('产出指标', 0), lineAt('一般公共', 24))[1]).toBe('一般公共');
  expect(told(lineAt('共12', 0), lineAt('一般公共', 90))[1]).toBe('一般公共');
  expect(told(lineAt('共12', 0), lineAt('一般公共', 24, 600))[1]).toBe('一般公共');
  expect(told(lineAt('共12', 0), lineAt('一', 24))[1]).toBe('一');
});

it('a word that goes on in the next line tells its characters', () => {
  const words = (...lines: ReadText[]): number[] =>
    withWrappedWords(lines).flatMap(({ characters }) => characters[0]?.code ?? []);
  expect(words(lineAt('信息化运维项', 0), lineAt('日', 24, 140))[1]).toBe('目'.codePointAt(0));
  expect(words(lineAt('每个工作', 0), lineAt('日', 24))[1]).toBe('日'.codePointAt(0));
  expect(words(lineAt('信息化运维项', 0), lineAt('日', 24, 600))[1]).toBe('日'.codePointAt(0));
});
