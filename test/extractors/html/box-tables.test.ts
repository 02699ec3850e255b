import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Block, isGrid } from '../../../src/model/grid.js';
import { runsOf } from '../../support/thorough.js';

async function blocksOf(body: string, css = ''): Promise<Block[]> {
  const page = `<html><head><style>${css}</style></head><body>${body}</body></html>`;
  return (await readBytes(new TextEncoder().encode(page), { path: 'a.html' })).blocks;
}

/** `row column rows×columns text` of the filled cells, with those of inner tables. */
const cellsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    isGrid(block)
      ? block.cells
          .filter(({ text, nested }) => text !== '' || nested)
          .map(
            ({ row, column, rowSpan, colSpan, text, nested }) =>
              `${row} ${column} ${rowSpan}×${colSpan} ${text}${nested ? `[${cellsOf(nested).join('; ')}]` : ''}`,
          )
      : [block.text],
  );

const div = (attributes: string, ...children: string[]): string =>
  `<div ${attributes}>${children.join('')}</div>`;

describe('tables without table elements', () => {
  it('reads CSS tables, whatever groups their rows', async () => {
    const css =
      '.t{display:table} .t > .g{display:table-row-group} .t .r{display:table-row} .t .c{display:table-cell}';
    const row = (...texts: string[]) => div('class=r', ...texts.map((text) => div('class=c', text)));
    const body = div('class=t', div('class=g', row('指标', '目标')), row('绿化', '≥3亩'));
    expect(cellsOf(await blocksOf(body, css))).toEqual([
      '1 1 1×1 指标',
      '1 2 1×1 目标',
      '2 1 1×1 绿化',
      '2 2 1×1 ≥3亩',
    ]);
  });

  it('reads ARIA tables with their spans', async () => {
    const body =
      '<section role="table"><div role="row"><span role="columnheader" aria-colspan="2">资金</span></div>' +
      '<div role="row"><span role="cell">财政拨款</span><span role="cell">80</span></div></section>';
    expect(cellsOf(await blocksOf(body))).toEqual(['1 1 1×2 资金', '2 1 1×1 财政拨款', '2 2 1×1 80']);
  });

  it('reads rows of flex boxes, the last cell of a short row to the end, boxes beside boxes as inner tables', async () => {
    const css = '.row{display:flex} .col{display:flex;flex-direction:column}';
    const row = (...cells: string[]) => div('class=row', ...cells.map((cell) => div('', cell)));
    const body =
      row('项目名称', '公园保洁') +
      row('指标', '数量', '≥3个') +
      row('资金', div('class=col', row('财政拨款', '80'), row('其他资金', '6')));
    expect(cellsOf(await blocksOf(body, css))).toEqual([
      '1 1 1×1 项目名称',
      '1 2 1×2 公园保洁',
      '2 1 1×1 指标',
      '2 2 1×1 数量',
      '2 3 1×1 ≥3个',
      '3 1 1×1 资金',
      '3 2 1×2 [1 1 1×1 财政拨款; 1 2 1×1 80; 2 1 1×1 其他资金; 2 2 1×1 6]',
    ]);
  });

  it('reads CSS grids by their counted columns and spans', async () => {
    const css =
      '.g{display:grid;grid-template-columns:120px repeat(2, minmax(0,1fr))} .wide{grid-column:2 / -1} .high{grid-row:span 2}';
    const body = div(
      'class=g',
      div('', '项目名称'),
      div('class=wide', '公园保洁'),
      div('class=high', '产出指标'),
      div('', '面积'),
      div('', '≥3亩'),
      div('', '次数'),
      div('', '≥9次'),
    );
    expect(cellsOf(await blocksOf(body, css))).toEqual([
      '1 1 1×1 项目名称',
      '1 2 1×2 公园保洁',
      '2 1 2×1 产出指标',
      '2 2 1×1 面积',
      '2 3 1×1 ≥3亩',
      '3 2 1×1 次数',
      '3 3 1×1 ≥9次',
    ]);
  });

  it('reads boxes within boxes that make rows of equally many cells, or are named as rows', async () => {
    const rows = (name: string, texts: string[][]) =>
      texts.map((row) => div(name, ...row.map((text) => `<span>${text}</span>`))).join('');
    const equal = [
      ['指标', '目标', '依据'],
      ['面积', '≥3亩', '台账'],
      ['次数', '≥9次', '台账'],
    ];
    expect((await blocksOf(rows('', equal))).filter(isGrid)).toHaveLength(1);
    expect(
      (
        await blocksOf(
          rows('class="tb-row"', [
            ['项目名称', '保洁'],
            ['指标', '面积', '≥3亩'],
            ['次数', '≥9次'],
          ]),
        )
      ).filter(isGrid),
    ).toHaveLength(1);
  });

  it.each([
    ['a list of news', `<ul>${'<li><a href="a">公告</a><span>1月</span></li>'.repeat(5)}</ul>`, ''],
    [
      'a page laid out in columns',
      div('class=g', div('', '<ul><li>首页</li></ul>'), div('', '<h1>公告</h1><p>正文</p>')),
      '.g{display:flex}',
    ],
    ['headings with their text', div('', div('', '一、总体目标'), div('', '改善民生')).repeat(4), ''],
    [
      'a grid that fits itself to the screen',
      div('class=g', div('', '甲'), div('', '乙')),
      '.g{display:grid;grid-template-columns:repeat(auto-fill,10em)}',
    ],
  ])('leaves %s alone', async (_, body, css) => {
    expect((await blocksOf(body, css)).filter(isGrid)).toEqual([]);
  });

  it('leaves out rows that are not shown, and says so', async () => {
    const css = '.old{display:none}';
    const row = (attributes: string, text: string) => `<tr ${attributes}><td>指标</td><td>${text}</td></tr>`;
    const body = `<table>${row('', '现行')}${row('class=old', '样式表')}${row('hidden', '属性')}${row('style="display:none"', '样式')}</table>`;
    const page = `<html><style>${css}</style>${body}</html>`;
    const { blocks, diagnostics } = await readBytes(new TextEncoder().encode(page), { path: 'a.html' });
    expect(cellsOf(blocks)).toEqual(['1 1 1×1 指标', '1 2 1×1 现行']);
    expect(diagnostics).toEqual([
      { code: 'hidden-left-out', message: '网页中有 3 处表格内容不显示（如“指标样式表”），没有读入' },
    ]);
  });

  it('reads the same cells as from table elements', async () => {
    const texts = fc.array(
      fc.array(fc.constantFrom('指标', '目标', '≥3个', '产出'), { minLength: 3, maxLength: 3 }),
      {
        minLength: 3,
        maxLength: 6,
      },
    );
    const wrap = (row: string, cell: string, rows: string[][]) =>
      rows.map((each) => div(row, ...each.map((text) => div(cell, text)))).join('');
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        const plain = rows
          .map((each) => `<tr>${each.map((text) => `<td>${text}</td>`).join('')}</tr>`)
          .join('');
        const expected = cellsOf(await blocksOf(`<table>${plain}</table>`));
        for (const body of [
          div('style="display:table"', wrap('style="display:table-row"', 'style="display:table-cell"', rows)),
          div('role=table', wrap('role=row', 'role=cell', rows)),
          div(
            'style="display: grid; grid-template-columns: 1fr 1fr 1fr"',
            ...rows.flat().map((text) => div('', text)),
          ),
          wrap('style="display:flex"', '', rows),
          div('', wrap('', '', rows)),
        ]) {
          expect(cellsOf(await blocksOf(body))).toEqual(expected);
        }
      }),
      { numRuns: runsOf(10, 30) },
    );
  });
});
