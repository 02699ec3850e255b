import { describe, expect, it } from 'vitest';
import { drawTable } from '../recognize/draw-table.js';
import { readPack } from './draw-statements.js';

const TITLE = '支出总表';
const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';

const told = (...parts: string[]) => {
  const { statements, diagnostics } = readPack(...parts);
  return {
    blank: statements.map(({ blank }) => blank),
    partial: statements.map(({ partial }) => partial),
    codes: diagnostics.map(({ code }) => code).filter((code) => code.startsWith('statement')),
  };
};

const APART = { blank: [false], partial: [true], codes: ['statement-rows-apart'] };
const BLANK = { blank: [true], partial: [false], codes: [] };

describe('a header without rows', () => {
  it.each<[string, string[]]>([
    ['in grids of their own', ['205|教育支出|10.00|4.00', '20502|普通教育|10.00']],
    ['behind a text', ['以下为明细', '合计|10.00|4.00|6.00']],
    ['in lines of text', ['205 教育支出  10.00  4.00', '20502 普通教育  10.00']],
    ['one cell a line', ['教育支出', '10.00', '普通教育', '1,210']],
  ])('is not blank where its rows stand %s', (_, behind) => {
    expect(told(TITLE, '单位：万元', HEADER, ...behind)).toEqual(APART);
  });

  it.each<[string, string[]]>([
    ['nothing', []],
    ['a note', ['注：本部门没有这项支出，2026年为0.00万元。', '10.00', '20.00']],
    ['a page number', ['12']],
    ['the table under the next title', ['项目绩效目标表', '205|教育支出|10.00']],
    ['another part of the document', ['第三部分 情况说明', '教育支出 10.00', '普通教育 10.00']],
    ['a sentence broken over lines', ['教育支出 10.00 万元', '普通教育 4.00 万元']],
  ])('is blank before %s', (_, behind) => {
    expect(told(TITLE, '单位：万元', HEADER, ...behind)).toEqual(BLANK);
  });
});

describe('a title of a statement', () => {
  const UNREAD = { blank: [], partial: [], codes: ['statement-text-unread'] };
  const NOTHING = { blank: [], partial: [], codes: [] };

  it.each<[string, string[], object]>([
    [
      'lines of amounts',
      ['收入  预算数', '一、财政拨款  12.00', '二、事业收入  3.50', '合计  15.50'],
      UNREAD,
    ],
    [
      'one cell a line',
      ['项目', '预算数', '财政拨款', '1,200', '事业收入', '350.00', '合计', '1,550.00'],
      UNREAD,
    ],
    ['prose', ['2026年收入预算15.50万元，其中财政拨款12.00万元。', '12.00', '3.50', '15.50'], NOTHING],
    ['too few of them', ['本年收入 15.50', '上年收入 12.00'], NOTHING],
    ['other titles', ['支出总表', '财政拨款收支总表'], NOTHING],
  ])('above %s', (_, below, expected) => {
    expect(told('收支总表', ...below)).toEqual(expected);
  });
});

describe('a header shorter than the rows, in text without merges', () => {
  const slipped = (header: string, certainty: 'flattened' | 'ruled') => {
    const table = drawTable(`${header}\n205|教育支出|10.00|4.00|6.00|`);
    const cells = table.cells.filter(({ row, column }) => row > 1 || column <= header.split('|').length);
    return readPack(TITLE, '单位：万元', { ...table, cells, certainty });
  };

  it.each([
    ['科目编码|科目名称|合计|基本支出', 'flattened', true],
    [HEADER, 'flattened', false],
  ] as const)('%s %s', (header, certainty, isPartial) => {
    expect(slipped(header, certainty).statements.map(({ partial }) => partial)).toEqual([isPartial]);
  });
});
