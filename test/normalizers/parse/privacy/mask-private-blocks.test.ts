import { describe, expect, it } from 'vitest';
import { buildGrid, type SourceCell } from '../../../../extractors/grid-builder.js';
import { maskPrivateBlocks } from '../../../../normalizers/parse/privacy/mask-private-blocks.js';
import { maskPrivateCells } from '../../../../normalizers/parse/privacy/mask-private-cells.js';
import { type Block, isGrid } from '../../../../src/model/grid.js';

const grid = (rows: readonly (readonly (string | SourceCell)[])[]): Block =>
  buildGrid(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
    { table: 1 },
  );

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (isGrid(block) ? block.cells.map(({ text }) => text) : [block.text]));

describe('maskPrivateCells', () => {
  it('lets a label speak for the next cell that is not blank', () => {
    expect(maskPrivateCells(['填表人', '', '张三', '联系电话：', '12345678', '20801234'])).toEqual([
      '填表人',
      '',
      '＊＊',
      '联系电话：',
      '＊＊',
      '20801234',
    ]);
    expect(maskPrivateCells(['联系人及电话', '李四 12345678', '项目负责人', '综治科'])).toEqual([
      '联系人及电话',
      '＊＊ ＊＊',
      '项目负责人',
      '综治科',
    ]);
  });

  it('leaves indicators and amounts beside other labels alone', () => {
    const row = ['数量指标', '热线电话接通数', '12345678', '平安建设'];
    expect(maskPrivateCells(row)).toEqual(row);
  });
});

describe('maskPrivateBlocks', () => {
  it('masks the column below a heading', () => {
    const blocks = [
      grid([
        ['序号', '单位', '联系人', '联系电话'],
        ['1', '区信访局', '张三', '12345678'],
        ['2', '区教育局', '李四', '87654321'],
      ]),
    ];
    expect(textsOf(maskPrivateBlocks(blocks)).join('|')).toBe(
      '序号|单位|联系人|联系电话|1|区信访局|＊＊|＊＊|2|区教育局|＊＊|＊＊',
    );
  });

  it('masks nested tables and drops raw values that hold what is masked', () => {
    const inner = buildGrid([[{ text: '填表人：张三' }]], { table: 1 });
    const blocks = [
      grid([
        [{ text: '联系电话' }, { text: '13812345678', raw: 13812345678 }],
        [{ text: '金额' }, { text: '12.5', raw: 12.5 }],
        [{ text: '附', nested: [inner] }, { text: '' }],
      ]),
    ];
    const [masked] = maskPrivateBlocks(blocks);
    const cells = masked && isGrid(masked) ? masked.cells : [];
    expect(cells.map(({ text, raw }) => [text, raw])).toEqual([
      ['联系电话', undefined],
      ['＊＊', undefined],
      ['金额', undefined],
      ['12.5', 12.5],
      ['附', undefined],
      ['', undefined],
    ]);
    expect(textsOf(cells[4]?.nested ?? [])).toEqual(['填表人：＊＊']);
  });

  it('lets the label of one paragraph speak for the next', () => {
    const blocks: Block[] = ['联系人：', '张三', '平安建设'].map((text) => ({
      kind: 'paragraph',
      text,
      place: '¶1',
    }));
    expect(textsOf(maskPrivateBlocks(blocks))).toEqual(['联系人：', '＊＊', '平安建设']);
  });

  it('changes no position and no other text', () => {
    const blocks = [
      grid([
        ['资金总额', '12345678'],
        ['填表人', '张三'],
      ]),
      grid([['13812345678.90', '2080505']]),
    ];
    const masked = maskPrivateBlocks(blocks);
    const places = (list: readonly Block[]) =>
      list.flatMap((block) => (isGrid(block) ? block.cells.map(({ place }) => place) : []));
    expect(places(masked)).toEqual(places(blocks));
    expect(textsOf(masked)).toEqual(['资金总额', '12345678', '填表人', '＊＊', '13812345678.90', '2080505']);
  });
});
