import { describe, expect, it } from 'vitest';
import { contentsChapters } from '../../../src/audit/texts/contents-chapters.js';
import type { Block } from '../../../src/model/grid.js';

const GRID: Block = { kind: 'grid', table: 1, rows: 1, columns: 1, cells: [], certainty: 'ruled' };

const blocksOf = (...lines: string[]): Block[] =>
  lines.map((line, index) =>
    line === '[表]'
      ? GRID
      : {
          kind: 'paragraph',
          text: line.replace('[页脚]', ''),
          place: `¶${index + 1}`,
          ...(line.startsWith('[页脚]') ? { furniture: true } : {}),
        },
  );

const shown = (...lines: string[]): string[] =>
  contentsChapters(blocksOf(...lines)).map(
    ({ title, announced, holds }) => `${title} ${announced ?? '-'} ${holds}`,
  );

describe('chapters of the contents', () => {
  it('are followed to their headings', () => {
    expect(
      shown(
        '青禾市档案馆2026年部门预算',
        '目 录',
        '第一部分 概况........1',
        '一、主要职责…………2',
        '第二部分 预算表 ....... 3',
        '一、收支总表....4',
        '二、收入总表....5',
        '三、项目说明....6',
        '第一部分 概况',
        '一、主要职责',
        '保管档案。',
        '第二部分 预算表',
        '一、收支总表',
        '单位：万元',
        '[表]',
        '二、收入总表',
        '[页脚]- 5 -',
        '单位：万元',
        '三、项目说明',
        '无。',
      ),
    ).toEqual([
      '第一部分概况 1 chapters',
      '一、主要职责 2 text',
      '第二部分预算表 3 chapters',
      '一、收支总表 4 table',
      '二、收入总表 5 nothing',
      '三、项目说明 6 text',
    ]);
  });

  it('without a heading in the body hold nothing and have none', () => {
    const [first] = contentsChapters(blocksOf('目录', '一、概况', '二、预算表', '二、预算表', '[表]'));
    expect(first).toEqual({ title: '一、概况', announced: null, entry: 1, heading: null, holds: 'nothing' });
  });

  it('are none without contents', () => {
    expect(contentsChapters(blocksOf('一、概况', '保管档案。'))).toEqual([]);
  });
});
