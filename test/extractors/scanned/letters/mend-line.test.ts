import { expect, it } from 'vitest';
import type { MetCharacter } from '../../../../extractors/scanned/letters/match-ink.js';
import { mendLine } from '../../../../extractors/scanned/letters/mend-line.js';
import { toldByWords } from '../../../../extractors/scanned/letters/told-by-words.js';

const met = (text: string): MetCharacter[] =>
  [...text].map((character, i) => ({
    code: character.codePointAt(0) ?? 0,
    middle: 20 * i,
    confidence: 0.95,
  }));
const textOf = (characters: readonly MetCharacter[]): string =>
  characters.map(({ code }) => String.fromCodePoint(code)).join('');

it.each([
  ['5、1一产出指标,1 一数量指标', '5、1-产出指标,1 -数量指标'],
  ['年度指标值:100%;5、1一', '年度指标值:100%;5、1-'],
  ['T000002091042~总额预算', 'T000002091042-总额预算'],
  ['1~5个', '1~5个'],
  ['3~五天', '3~五天'],
  ['一般性支出压减一成', '一般性支出压减一成'],
  ['入选“米其林""黑珍珠""金梧桐"的企业', '入选“米其林”“黑珍珠”“金梧桐”的企业'],
  ['12" x 9"', '12" x 9"'],
])('%s is the line %s', (read, line) => {
  expect(textOf(mendLine(met(read)))).toBe(line);
});

it.each([
  ['信息化运维项日', '信息化运维项目'],
  ['功能分类科日编码', '功能分类科目编码'],
  ['达到或优于川类比例', '达到或优于Ⅲ类比例'],
  ['四川类比', '四川类比'],
  ['各项日常调查', '各项日常调查'],
  ['完成各项日', '完成各项日'],
  ['工作日', '工作日'],
  ['年度指标值；2份', '年度指标值：2份'],
  ['数量；年度', '数量；年度'],
  ['年度指标值：11份：', '年度指标值：11份；'],
  ['指标值：是：2、1', '指标值：是；2、1'],
  ['90%:3、满意度', '90%;3、满意度'],
  ['内容包括：1、开展', '内容包括：1、开展'],
  ['周期指标值：', '周期指标值：'],
  ['指标值：！个', '指标值：1个'],
  ['祝贺！', '祝贺！'],
])('%s is %s', (read, line) => {
  const told = toldByWords(met(read));
  expect(textOf(told)).toBe(line);
  if (read !== line) expect(Math.min(...told.map(({ confidence }) => confidence))).toBeLessThan(0.9);
});
