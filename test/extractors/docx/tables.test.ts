import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import type { Grid } from '../../../src/model/grid.js';
import { docx, p, tbl, tc, tr } from '../../support/docx-builder.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';

const read = (body: string) => docxReader.read(docx(body), { path: 'a.docx' });
const gridOf = async (body: string): Promise<Grid> => onlyGrid((await read(body)).blocks);
const shapeOf = async (body: string): Promise<string[]> => gridShape(await gridOf(body));

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const width = (value: number, type = 'dxa'): string => `<w:tcW w:w="${value}" w:type="${type}"/>`;
const down = (mark?: 'restart' | 'continue'): string =>
  mark === undefined ? '<w:vMerge/>' : `<w:vMerge w:val="${mark}"/>`;

describe('the same table', () => {
  const rows = [tr(['项目', '资金', '说明']), tr(['宣传', '20', '册']), tr(['培训', '5', '次'])];
  const plain = shapeOf(tbl(rows));
  const bookmark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>';

  test.each([
    [
      'with bookmarks between rows and cells',
      [bookmark, rows[0], bookmark, ...rows.slice(1), bookmark].join(''),
    ],
    [
      'with rows in content controls',
      rows.map((row) => `<w:sdt><w:sdtPr/><w:sdtContent>${row}</w:sdtContent></w:sdt>`).join(''),
    ],
    ['with rows in custom XML', `<w:customXml w:element="a">${rows.join('')}</w:customXml>`],
    [
      'with proofing marks and ranges',
      rows.join(
        '<w:proofErr w:type="gramStart"/><w:moveFromRangeStart w:id="1"/><w:moveFromRangeEnd w:id="1"/>',
      ),
    ],
  ])('%s', async (_, content) => {
    expect(await shapeOf(`<w:tbl>${content}</w:tbl>`)).toEqual(await plain);
  });

  test('with a cell in a content control', async () => {
    const cell = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${tc('20')}</w:sdtContent></w:sdt>`;
    const row = `<w:tr>${tc('宣传')}${cell}<w:bookmarkStart w:id="1" w:name="OLE_LINK1"/>${tc('册')}</w:tr>`;
    expect(await shapeOf(`<w:tbl>${rows[0]}${row}${rows[2]}</w:tbl>`)).toEqual(await plain);
  });

  test('with grid columns before a row instead of a blank cell', async () => {
    const blank = tbl([tr(['项目', '资金', '说明']), tr(['', '20', '册'])]);
    const before = tbl([tr(['项目', '资金', '说明']), tr(['20', '册'], '<w:gridBefore w:val="1"/>')]);
    expect(await shapeOf(before)).toEqual(await shapeOf(blank));
  });

  test('with grid columns after a row instead of a blank cell', async () => {
    const blank = tbl([tr(['项目', '资金', '说明']), tr(['宣传', '20', ''])]);
    const after = tbl([tr(['项目', '资金', '说明']), tr(['宣传', '20'], '<w:gridAfter w:val="1"/>')]);
    expect(await shapeOf(after)).toEqual(await shapeOf(blank));
  });

  test('with every row moved to the right by a grid column', async () => {
    const moved = rows.map((row) => row.replace('<w:trPr>', '<w:trPr><w:gridBefore w:val="1"/>'));
    expect(await shapeOf(tbl(moved, [300, 1000, 1000, 1000]))).toEqual(await plain);
  });

  test('with a grid finer than any row needs', async () => {
    const wide = [
      tr([tc('项目', span(2)), tc('资金'), tc('说明', span(3))]),
      tr([tc('宣传', span(2)), tc('20'), tc('册', span(3))]),
      tr([tc('培训', span(2)), tc('5'), tc('次', span(3))]),
    ];
    expect(await shapeOf(tbl(wide))).toEqual(await plain);
  });
});

describe('merges', () => {
  test('across and down', async () => {
    const grid = await gridOf(
      tbl([
        tr([tc('年度绩效指标', down('restart')), tc('一级指标'), tc('目标', span(2))]),
        tr([tc('', down()), tc('产出指标'), '10', '份']),
        tr([tc('', down('continue')), tc('效益指标'), '95', '%']),
      ]),
    );
    expect(grid).toMatchObject({ table: 1, rows: 3, columns: 4, certainty: 'ruled' });
    expect(gridShape(grid)).toEqual([
      't1 r1 c1 3x1 年度绩效指标',
      't1 r1 c2 一级指标',
      't1 r1 c3 1x2 目标',
      't1 r2 c2 产出指标',
      't1 r2 c3 10',
      't1 r2 c4 份',
      't1 r3 c2 效益指标',
      't1 r3 c3 95',
      't1 r3 c4 %',
    ]);
  });

  test('down and across at once, gone on by one wide cell or by several that fill it', async () => {
    const shape = ['t1 r1 c1 2x2 甲', 't1 r1 c3 乙', 't1 r2 c3 丙', 't1 r3 c1 1', 't1 r3 c2 2', 't1 r3 c3 3'];
    const top = tr([tc('甲', span(2) + down('restart')), '乙']);
    const bottom = tr(['1', '2', '3']);
    expect(await shapeOf(tbl([top, tr([tc('', span(2) + down()), '丙']), bottom]))).toEqual(shape);
    expect(await shapeOf(tbl([top, tr([tc('', down()), tc('', down()), '丙']), bottom]))).toEqual(shape);
  });

  test('the old way across', async () => {
    const rows = [
      tr([tc('合计', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), '80']),
      tr(['1', '2', '3']),
    ];
    expect(await shapeOf(tbl(rows))).toEqual([
      't1 r1 c1 1x2 合计',
      't1 r1 c3 80',
      't1 r2 c1 1',
      't1 r2 c2 2',
      't1 r2 c3 3',
    ]);
  });

  test('that go on from nothing stand for themselves, with a diagnostic', async () => {
    const { blocks, diagnostics } = await read(
      tbl([tr(['甲', '乙']), tr([tc('丙', down()), '丁']), tr([tc('', down()), '戊'])]),
    );
    expect(gridShape(onlyGrid(blocks))).toEqual([
      't1 r1 c1 甲',
      't1 r1 c2 乙',
      't1 r2 c1 2x1 丙',
      't1 r2 c2 丁',
      't1 r3 c2 戊',
    ]);
    expect(diagnostics).toMatchObject([{ code: 'merge-broken', place: 't1 r2 c1' }]);
  });

  test('of another width than the cell above are not joined to it', async () => {
    const rows = [tr([tc('甲', span(2) + down('restart')), '乙']), tr([tc('丙', down()), '丁', '戊'])];
    expect(await shapeOf(tbl(rows))).toEqual([
      't1 r1 c1 1x2 甲',
      't1 r1 c3 乙',
      't1 r2 c1 丙',
      't1 r2 c2 丁',
      't1 r2 c3 戊',
    ]);
  });

  test('broken by a row without the cell', async () => {
    const rows = [
      tr([tc('甲', down('restart')), '1']),
      tr(['2'], '<w:gridBefore w:val="1"/>'),
      tr([tc('', down()), '3']),
    ];
    expect(await shapeOf(tbl(rows))).toEqual([
      't1 r1 c1 甲',
      't1 r1 c2 1',
      't1 r2 c1 ',
      't1 r2 c2 2',
      't1 r3 c1 ',
      't1 r3 c2 3',
    ]);
  });

  test('keep covered text out of the cell; what differs becomes a diagnostic', async () => {
    const same = tbl([tr([tc('产出', down('restart')), '1']), tr([tc('产出', down()), '2'])]);
    expect((await read(same)).diagnostics).toEqual([]);
    const other = await read(tbl([tr([tc('产出', down('restart')), '1']), tr([tc('效益', down()), '2'])]));
    expect(onlyGrid(other.blocks).cells[0]?.text).toBe('产出');
    expect(other.diagnostics).toEqual([
      { code: 'covered-text', message: '被合并单元格盖住、不显示的文字没有计入：效益', place: 't1 r1 c1' },
    ]);
  });
});

describe('columns', () => {
  test('of a grid column too narrow to hold anything are no columns', async () => {
    const rows = [
      tr([tc('项目', span(2)), '资金']),
      tr(['宣传', tc('20', span(2))]),
      tr([tc('培训', span(2)), '5']),
    ];
    expect(await shapeOf(tbl(rows, [2000, 40, 1960]))).toEqual([
      't1 r1 c1 项目',
      't1 r1 c2 资金',
      't1 r2 c1 宣传',
      't1 r2 c2 20',
      't1 r3 c1 培训',
      't1 r3 c2 5',
    ]);
    expect((await gridOf(tbl(rows, [2000, 400, 1600]))).columns).toBe(3);
  });

  test('a narrow column with a cell of its own stays', async () => {
    const rows = [tr(['甲', '乙', '丙']), tr([tc('丁', span(2)), '戊'])];
    expect((await gridOf(tbl(rows, [2000, 40, 1960]))).columns).toBe(3);
  });

  test('follow the widths where rows count different numbers of them', async () => {
    const rows = [
      tr([tc('资金总额', width(2000)), tc('80', width(2000))]),
      tr([tc('财政', width(1000)), tc('60', width(1000)), tc('其他', width(1010)), tc('20', width(990))]),
    ];
    expect(await shapeOf(tbl(rows))).toEqual([
      't1 r1 c1 1x2 资金总额',
      't1 r1 c3 1x2 80',
      't1 r2 c1 财政',
      't1 r2 c2 60',
      't1 r2 c3 其他',
      't1 r2 c4 20',
    ]);
  });

  test('follow widths in percent as well', async () => {
    const rows = [
      tr([tc('标题', width(5000, 'pct'))]),
      tr([tc('甲', '<w:tcW w:w="50%" w:type="pct"/>'), tc('乙', width(2500, 'pct'))]),
    ];
    expect((await shapeOf(tbl(rows)))[0]).toBe('t1 r1 c1 1x2 标题');
  });

  test('without widths a short row stays short', async () => {
    expect(await shapeOf(tbl([tr(['标题']), tr(['甲', '乙'])]))).toEqual([
      't1 r1 c1 标题',
      't1 r1 c2 ',
      't1 r2 c1 甲',
      't1 r2 c2 乙',
    ]);
  });

  test('spans that count right are believed over widths that do not', async () => {
    const rows = [
      tr([tc('标题', span(2) + width(1000))]),
      tr([tc('甲', width(1000)), tc('乙', width(3000))]),
    ];
    expect((await shapeOf(tbl(rows)))[0]).toBe('t1 r1 c1 1x2 标题');
  });
});

describe('rows', () => {
  test('header rows are the leading ones marked so', async () => {
    const header = '<w:tblHeader/>';
    const grid = await gridOf(tbl([tr(['甲'], header), tr(['乙'], header), tr(['丙']), tr(['丁'], header)]));
    expect(grid.headerRows).toBe(2);
    const off = await gridOf(tbl([tr(['甲'], '<w:tblHeader w:val="0"/>'), tr(['乙'])]));
    expect(off.headerRows).toBeUndefined();
  });

  test('deleted with tracked changes are gone; inserted ones stay', async () => {
    const change = 'w:id="1" w:author="某人" w:date="2024-01-01T00:00:00Z"';
    const rows = [
      tr(['甲'], `<w:ins ${change}/>`),
      tr(['乙'], `<w:del ${change}/>`),
      tr(['丙'], `<w:trPrChange ${change}><w:trPr><w:del ${change}/></w:trPr></w:trPrChange>`),
    ];
    expect(await shapeOf(tbl(rows))).toEqual(['t1 r1 c1 甲', 't1 r2 c1 丙']);
    expect(await blockTexts((await read(p('前') + tbl([rows[1] ?? '']) + p('后'))).blocks)).toEqual([
      '前',
      '后',
    ]);
  });

  test('cells deleted or merged with tracked changes', async () => {
    const change = 'w:id="1" w:author="某人"';
    const rows = [
      tr(['甲', tc('乙', `<w:cellMerge ${change} w:vMerge="rest"/>`), tc('丙', `<w:cellDel ${change}/>`)]),
      tr(['丁', tc('', `<w:cellMerge ${change} w:vMerge="cont"/>`)]),
    ];
    expect(await shapeOf(tbl(rows))).toEqual(['t1 r1 c1 甲', 't1 r1 c2 2x1 乙', 't1 r2 c1 丁']);
  });

  test('empty tables and rows are no tables and rows', async () => {
    expect((await read(`${tbl([])}${tbl(['<w:tr/>'])}${p('文')}`)).blocks).toHaveLength(1);
  });
});

describe('cells', () => {
  test('join their paragraphs and leave out blank ones', async () => {
    const content = `${p()}${p('发放宣传资料')}${p('  ')}${p('<w:r><w:t>10</w:t><w:br/><w:t>万份</w:t></w:r>')}${p()}`;
    expect(await shapeOf(tbl([tr([tc(content), tc(p() + p())])]))).toEqual([
      't1 r1 c1 发放宣传资料\n10\n万份',
      't1 r1 c2 ',
    ]);
  });

  test('hold tables of their own', async () => {
    const inner = tbl([tr(['子', tc(`${p('孙')}${tbl([tr(['曾孙'])])}${p()}`)])]);
    const grid = await gridOf(
      tbl([tr(['甲', tc(`${p('上')}${inner}${p('下')}${tbl([tr(['二'])])}${p()}`)])]),
    );
    expect(gridShape(grid)).toEqual(['t1 r1 c1 甲', 't1 r1 c2 上\n下']);
    const [first, second] = grid.cells[1]?.nested ?? [];
    expect(first && gridShape(first)).toEqual(['t1 r1 c2 / t1 r1 c1 子', 't1 r1 c2 / t1 r1 c2 孙']);
    expect(second && gridShape(second)).toEqual(['t1 r1 c2 / t2 r1 c1 二']);
    const deepest = first?.cells[1]?.nested?.[0];
    expect(deepest && gridShape(deepest)).toEqual(['t1 r1 c2 / t1 r1 c2 / t1 r1 c1 曾孙']);
  });

  test('are numbered with their tables through the document', async () => {
    const { blocks } = await read(`${tbl([tr(['甲'])])}${p('中')}${tbl([tr(['乙'])])}`);
    expect(blocks.flatMap((block) => (block.kind === 'grid' ? gridShape(block) : [block.place]))).toEqual([
      't1 r1 c1 甲',
      '¶1',
      't2 r1 c1 乙',
    ]);
  });

  test('outside of rows, and rows outside of tables, lose no text', async () => {
    expect(
      blockTexts((await read(`<w:tbl>${tc('孤')}</w:tbl>${tr(['立'])}<w:tbl>${p('无格')}</w:tbl>`)).blocks),
    ).toEqual(['孤', '立', '无格']);
  });
});
