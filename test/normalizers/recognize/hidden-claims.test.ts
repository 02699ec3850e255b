import { expect, test } from 'vitest';
import { drawTable, read } from './draw-table.js';

const FORM = `
项目名称 | 公园保洁 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 保洁公园 | ≥3个`;

test('hidden rows and sheets hold no values; their cells are set aside', () => {
  const rows = { ...drawTable('产出指标 | 数量指标 | 旧指标 | ≥1个'), sheet: '目标表', hidden: true };
  const template = { ...drawTable(FORM.replace('公园保洁', '模板')), sheet: '模板', hidden: true };
  const { disclosure, claims } = read({ ...drawTable(FORM), sheet: '目标表' }, rows, template);
  expect(disclosure.indicators.map(({ name }) => name)).toEqual(['保洁公园']);
  expect(disclosure.projects.map(({ name }) => name)).toEqual(['公园保洁']);
  const aside = claims.filter(({ block }) => block > 0);
  expect(aside).toHaveLength(14);
  expect(
    aside.every(({ form, status, reason }) => form === 0 && status === 'set-aside' && reason === 'hidden'),
  ).toBe(true);
});
