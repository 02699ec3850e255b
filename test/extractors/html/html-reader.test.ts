import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { htmlReader } from '../../../extractors/html/html-reader.js';
import { type Extraction, type Grid, isGrid } from '../../../src/model/grid.js';

const read = (html: string | Uint8Array): Promise<Extraction> =>
  htmlReader.read(typeof html === 'string' ? Buffer.from(html) : html, { path: 'a.html' });

async function gridsOf(html: string): Promise<Grid[]> {
  return (await read(html)).blocks.filter(isGrid);
}

async function onlyGrid(html: string): Promise<Grid> {
  const [grid, ...others] = await gridsOf(html);
  if (!grid || others.length > 0) throw new Error('expected one grid');
  return grid;
}

/** `r1c1 2x3 text` per cell. */
const shape = (grid: Grid): string[] =>
  grid.cells.map(
    (c) => `r${c.row}c${c.column}${c.rowSpan * c.colSpan > 1 ? ` ${c.rowSpan}x${c.colSpan}` : ''} ${c.text}`,
  );

const texts = (extraction: Extraction): string[] =>
  extraction.blocks.map((block) => (isGrid(block) ? '[grid]' : block.text));

describe('tables', () => {
  test('spans, header rows and places', async () => {
    const grid = await onlyGrid(
      '<table><thead><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><th>值</th><th>单位</th></tr></thead>' +
        '<tbody><tr><td>宣传次数</td><td>12</td><td>次</td></tr></tbody></table>',
    );
    expect(shape(grid)).toEqual([
      'r1c1 2x1 指标',
      'r1c2 1x2 目标',
      'r2c2 值',
      'r2c3 单位',
      'r3c1 宣传次数',
      'r3c2 12',
      'r3c3 次',
    ]);
    expect(grid).toMatchObject({ rows: 3, columns: 3, headerRows: 2, certainty: 'ruled' });
    expect(grid.cells[4]?.place).toBe('t1 r3 c1');
  });

  test('spans wider or longer than the grid end at its edge', async () => {
    const grid = await onlyGrid(
      '<table><tr><td colspan=900>标题</td></tr><tr><td rowspan=99999>甲</td><td>1</td></tr>' +
        '<tr><td>2</td></tr></table>',
    );
    expect(shape(grid)).toEqual(['r1c1 1x2 标题', 'r2c1 2x1 甲', 'r2c2 1', 'r3c2 2']);
  });

  test.each([
    [
      'a rowspan ends with the header group',
      '<thead><tr><td rowspan=3>序号<td>名称</thead><tbody><tr><td>1<td>甲</tbody>',
      ['r1c1 序号', 'r1c2 名称', 'r2c1 1', 'r2c2 甲'],
    ],
    [
      'and with each body',
      '<tbody><tr><td rowspan=9>甲<td>1<tr><td>2</tbody><tbody><tr><td rowspan=0>乙<td>3<tr><td>4</tbody><tbody><tr><td>丙<td>5</tbody>',
      ['r1c1 2x1 甲', 'r1c2 1', 'r2c2 2', 'r3c1 2x1 乙', 'r3c2 3', 'r4c2 4', 'r5c1 丙', 'r5c2 5'],
    ],
    [
      'only the first header and footer groups leave their places',
      '<tbody><tr><td>甲</tbody><tfoot><tr><td>合计</tfoot><thead><tr><td>名称</thead><tfoot><tr><td>签字</tfoot><thead><tr><td>续</thead>',
      ['r1c1 名称', 'r2c1 甲', 'r3c1 签字', 'r4c1 续', 'r5c1 合计'],
    ],
    [
      'a hidden group takes no rows',
      '<tbody style="display:none"><tr><td>模板</tbody><tbody><tr><td>甲<td>1</tbody>',
      ['r1c1 甲', 'r1c2 1'],
    ],
    [
      'a span over the rows of its group passes over hidden ones',
      '<tbody><tr><td rowspan=3>甲<td>1<tr style="display:none"><td>2<tr><td>3</tbody><tbody><tr><td>乙<td>4</tbody>',
      ['r1c1 2x1 甲', 'r1c2 1', 'r2c2 3', 'r3c1 乙', 'r3c2 4'],
    ],
  ])('%s', async (_, rows, cells) => {
    expect(shape(await onlyGrid(`<table>${rows}</table>`))).toEqual(cells);
  });

  test('rowspan 0 reaches to the last row', async () => {
    const grid = await onlyGrid(
      '<table><tr><td rowspan=0>年度</td><td>1</td></tr><tr><td>2</td></tr></table>',
    );
    expect(grid.cells[0]).toMatchObject({ rowSpan: 2 });
  });

  test('a table in a cell is nested, with its place', async () => {
    const grid = await onlyGrid(
      '<table><tr><td>支出明细</td><td>见下<table><tr><td>印刷费</td><td>3</td></tr></table></td></tr></table>',
    );
    expect(grid.cells[1]).toMatchObject({ text: '见下', nested: [{ rows: 1, columns: 2 }] });
    expect(grid.cells[1]?.nested?.[0]?.cells[1]?.place).toBe('t1 r1 c2 / t1 r1 c2');
  });

  test('tables that only arrange the page are not tables', async () => {
    const page =
      '<table><tr><td><p>公开说明</p><table><tr><td>项目</td><td>金额</td></tr></table></td></tr></table>';
    expect(texts(await read(page))).toEqual(['公开说明', '[grid]']);
  });

  test('what is not shown is left out', async () => {
    const grid = await onlyGrid(
      '<table><tr style="height:0;display: none"><td>旧</td></tr><tr><td>新<span hidden>隐</span><script>1</script></td></tr></table>',
    );
    expect(shape(grid)).toEqual(['r1c1 新']);
  });

  test('a footer group written first is shown last; a caption stands before the table', async () => {
    const page =
      '<table><caption>汇总表</caption><tfoot><tr><td>合计</td></tr></tfoot><tr><td>项目</td></tr></table>';
    const extraction = await read(page);
    expect(texts(extraction)).toEqual(['汇总表', '[grid]']);
    expect(shape(extraction.blocks.filter(isGrid)[0] as Grid)).toEqual(['r1c1 项目', 'r2c1 合计']);
  });
});

describe('text', () => {
  test('breaks and paragraphs end lines, source line ends do not', async () => {
    const grid = await onlyGrid(
      '<table><tr><td>\n  <p>维护社会\n    稳定</p><p>做好A\n B</p>一<br>二<br></td><td>&nbsp;</td><td> 其中：<b>基本</b>支出</td></tr></table>',
    );
    expect(shape(grid)).toEqual(['r1c1 维护社会稳定\n做好A B\n一\n二', 'r1c2 ', 'r1c3 其中：基本支出']);
  });

  test('an unescaped less-than sign is text', async () => {
    const grid = await onlyGrid(
      '<table><tr><td><15万元</td><td>>=3次</td><td><A类项目</td><td>a</td></tr></table>',
    );
    expect(grid.cells.map((c) => c.text)).toEqual(['<15万元', '>=3次', '<A类项目', 'a']);
  });

  test('reading order, headings, furniture and title', async () => {
    const extraction = await read(
      '<title>预算公开-门户</title><meta name="ArticleTitle" content="预算公开"><nav>首页</nav><h2>一、职责</h2><p>负责宣传。</p>' +
        '<table><tr><td>1</td></tr></table><div>注：单位万元</div>',
    );
    expect(texts(extraction)).toEqual(['首页', '一、职责', '负责宣传。', '[grid]', '注：单位万元']);
    expect(extraction.blocks[0]).toMatchObject({ furniture: true, place: '¶1' });
    expect(extraction.blocks[1]).toMatchObject({ heading: 2 });
    expect(extraction.title).toBe('预算公开');
  });

  test('a GBK page', async () => {
    const page = Uint8Array.from([
      ...Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>'),
      ...[0xbc, 0xa8, 0xd0, 0xa7],
    ]);
    expect(texts(await read(page))).toEqual(['绩效']);
  });

  test('a page without visible text is empty', async () => {
    await expect(read('<html><body><script>go()</script></body></html>')).rejects.toMatchObject({
      outcome: 'empty',
    });
  });

  test('endless nesting ends as a limit', async () => {
    await expect(read('<div>'.repeat(5_000))).rejects.toThrow('嵌套');
  });

  test('more elements than fit into memory end as a limit before they are parsed', async () => {
    await expect(read('<br>'.repeat(LIMITS.htmlElements + 1))).rejects.toThrow(`${LIMITS.htmlElements}`);
  });
});

describe('recognize', () => {
  test.each([
    ['<!DOCTYPE html><html>', 1],
    ['\uFEFF<?xml version="1.0"?>\n<!-- x --><html>', 1],
    ['<table border=1><tr><td>1</td></tr></table>', 0.9],
    ['指标值 <15万元', 0],
  ])('%s', (text, sure) => {
    expect(htmlReader.recognize(Buffer.from(text))).toBe(sure);
  });
});
