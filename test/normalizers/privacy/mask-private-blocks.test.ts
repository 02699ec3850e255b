import { describe, expect, it } from 'vitest';
import { buildGrid, type SourceCell } from '../../../extractors/tables/grid-builder.js';
import { maskPrivateBlocks } from '../../../normalizers/privacy/mask-private-blocks.js';
import { maskPrivateCells } from '../../../normalizers/privacy/mask-private-cells.js';
import { type Block, isGrid } from '../../../src/model/grid.js';

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

  it('masks nobody but the contact where label and value stand in a row of texts', () => {
    const rows = [
      ['项目名称', '渠道清淤', '项目联系人', '李建'],
      ['主管部门', '某县水利局', '实施单位', '渠道站'],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '清淤长度', '不少于八里'],
    ];
    const [masked = []] = [textsOf(maskPrivateBlocks([grid(rows)]))];
    expect(masked).toEqual(rows.flat().map((text) => (text === '李建' ? '＊＊' : text)));
  });

  it.each([
    [
      ['项目名称', '渠道清淤', '联系人', ''],
      ['主管部门', '水利局', '资金来源', '县级财政'],
    ],
    [
      ['联系人', '', '起止日期', '全年'],
      ['建设地点', '全县', '实施方式', '自建'],
    ],
    [
      ['负责人', '综治科', '经办人', ''],
      ['三级指标', '指标值', '备注', '单价'],
    ],
  ])('masks nothing where the contact is left blank: %j', (...rows) => {
    expect(textsOf(maskPrivateBlocks([grid(rows)]))).toEqual(rows.flat());
  });

  it('ends a column of contacts where other labels stand under it', () => {
    const blocks = [
      grid([
        ['序号', '项目', '责任人', '备注'],
        ['1', '渠道', '李建', ''],
        ['2', '水闸', '王明', ''],
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '水质', '达标'],
        ['产出指标', '数量指标', '路程', '达标'],
      ]),
    ];
    expect(textsOf(maskPrivateBlocks(blocks)).filter((text) => text === '＊＊')).toHaveLength(2);
    expect(textsOf(maskPrivateBlocks(blocks))).toContain('水质');
  });

  it('lets no label of a paragraph speak past a table', () => {
    const line = (text: string): Block => ({ kind: 'paragraph', text, place: '¶1' });
    const blocks = [line('联系人：'), grid([['项目', '渠道']]), line('平安创建')];
    expect(maskPrivateBlocks(blocks)).toEqual(blocks);
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
