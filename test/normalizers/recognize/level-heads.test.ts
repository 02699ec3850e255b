import { expect, it } from 'vitest';
import { levelHeads } from '../../../normalizers/recognize/words/level-heads.js';
import type { Cell } from '../../../src/model/grid.js';

const rowOf = (...texts: string[]): Cell[] =>
  texts.map((text, i) => ({
    row: 1,
    column: i + 1,
    rowSpan: 1,
    colSpan: 1,
    text,
    place: `t1 r1 c${i + 1}`,
    recognized: 0.5,
  }));

it.each([
  [
    ['级指标', '·级指标', '三级指标', '指标值'],
    ['一级指标', '二级指标'],
  ],
  [
    ['-级指标', '二级指标', '王级指标'],
    ['一级指标', '三级指标'],
  ],
  [['绩效指标', '一级指标', ':级指标名称'], ['二级指标名称']],
  [['二级指标', '级指标'], ['三级指标']],
  [
    ['级指标', '-级指标', '指标内容', '指标值'],
    ['一级指标', '二级指标'],
  ],
])('%j: the heads without an ordinal get the one of their place', (texts, heads) => {
  expect([...levelHeads(rowOf(...texts)).values()]).toEqual(heads);
});

it.each([
  [['级指标', '级指标', '指标值']],
  [['级指标', '一级指标']],
  [['三级指标', '级指标', '三级指标']],
  [['一级指标', '二级指标', '三级指标']],
  [['上级指标体系', '三级指标']],
])('%j: nothing is told', (texts) => {
  expect(levelHeads(rowOf(...texts)).size).toBe(0);
});
