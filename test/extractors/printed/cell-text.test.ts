import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

/** A table of one row, its cells `width` wide and 100 high, drawn without texts. */
const frame = (...widths: number[]): PdfCanvas => {
  const table = plainTable(50, 100, widths, [widths.map(() => '')]);
  return drawTable(new PdfCanvas(), { ...table, ys: [100, 200] });
};

const firstRow = async (canvas: PdfCanvas, resources = ''): Promise<string | undefined> => {
  const [grid] = gridsOf(await readPages([canvas.page(0, resources)]));
  return grid && rowsOf(grid)[0];
};

describe('text of a cell', () => {
  it('joins characters stacked one to a line', async () => {
    const canvas = frame(20, 100).text(80, 110, '产出');
    [...'年度绩效指标'].forEach((character, i) => {
      canvas.text(55, 105 + 13 * i, character);
    });
    expect(await firstRow(canvas)).toBe('年度绩效指标|产出');
  });

  it('joins lines that were full, keeps breaks that were meant', async () => {
    const canvas = frame(106, 100).text(170, 110, '目标');
    canvas.text(53, 105, '完成全市重点区域空气').text(53, 118, '质量监测');
    canvas.text(53, 131, '1.新建站点').text(53, 144, '2.维护站点');
    expect(await firstRow(canvas)).toBe('完成全市重点区域空气质量监测\n1.新建站点\n2.维护站点|目标');
  });

  it('does not leave a closing mark alone at a break', async () => {
    const canvas = frame(60, 100)
      .text(120, 110, '目标')
      .text(53, 105, '维护站点')
      .text(53, 118, '，按期完成');
    expect(await firstRow(canvas)).toBe('维护站点，按期完成|目标');
  });

  it('puts a space where the gap is wide, and keeps one of printed spaces', async () => {
    const canvas = frame(120, 100).text(180, 110, 'GDP   2.5').text(53, 105, '合').text(83, 105, '计');
    expect(await firstRow(canvas)).toBe('合 计|GDP 2.5');
  });

  describe('with letters set apart', () => {
    const spaced = (points: number, ...texts: string[]): PdfCanvas => {
      const canvas = frame(...texts.map(() => 130)).raw(`${points} Tc`);
      texts.forEach((text, i) => {
        canvas.text(53 + 130 * i, 105, text);
      });
      return canvas.raw('0 Tc');
    };

    it.each([2, 3, 5, 7])('reads figures and dates as one, %s points apart', async (points) => {
      const canvas = spaced(points, '86.40', '2024年4月', '≥95%').text(53, 180, '合计', 10);
      expect(await firstRow(canvas)).toBe('86.40\n合计|2024年4月|≥95%');
      expect(await firstRow(spaced(points, '-1,204.5', '清淤渠道长度', '1.2万元/公里'))).toBe(
        '-1,204.5|清淤渠道长度|1.2万元/公里',
      );
    });

    it('keeps the spaces between words', async () => {
      expect(await firstRow(spaced(3, '合计 86.4 %', '12 34'))).toBe('合计 86.4 %|12 34');
    });

    it('takes two figures for one only where the page sets its figures apart', async () => {
      expect(await firstRow(spaced(3, '12', '1040.25'))).toBe('12|1040.25');
      const apart = frame(130, 130).text(53, 105, '1').text(61, 105, '2').text(183, 105, '1040.25');
      expect(await firstRow(apart)).toBe('1 2|1040.25');
      expect(await firstRow(frame(130, 50).text(53, 105, '3').text(73, 105, '5').text(93, 105, '2'))).toBe(
        '3 5 2|',
      );
    });
  });

  it('puts lowered and raised figures into their line', async () => {
    const canvas = frame(140, 100).text(200, 110, '目标');
    canvas.text(53, 105, 'PM', 10).text(63, 110, '2.5', 6).text(73, 105, '浓度下降', 10);
    expect(await firstRow(canvas)).toBe('PM2.5浓度下降|目标');
  });

  it('keeps a text that runs over a border in one cell, two texts that touch there apart', async () => {
    const canvas = frame(60, 60, 60).text(53, 105, '人工影响天气服务').text(173, 105, '备注');
    expect(await firstRow(canvas)).toBe('人工影响天气服务||备注');
    const touching = frame(60, 60).text(60, 105, '174,900.64').text(110, 105, '101,833.84');
    expect(await firstRow(touching)).toBe('174,900.64|101,833.84');
  });

  it('parts texts at a border between their letters, though one object draws them', async () => {
    const figures = frame(60, 60, 60).text(65, 105, '174900.64101833.8455');
    expect(await firstRow(figures)).toBe('174900.64|101833.8455|');
    const words = frame(60, 60, 60).text(50, 105, '产出数量指标质量指标完成');
    expect(await firstRow(words)).toBe('产出数量指标|质量指标完成|');
    const three = frame(20, 40, 60).text(60, 105, '12清淤长度渠道清淤里程').text(53, 130, '内');
    expect(await firstRow(three)).toBe('12内|清淤长度|渠道清淤里程');
    const gap = frame(20, 100).raw('BT /F1 10 Tf 56 728.2 Td [<00310030> -600 <0041006e00670075006c>] TJ ET');
    expect(await firstRow(gap)).toBe('10|Angul');
  });

  it('keeps a text that runs over a border between letters into a cell with its own text', async () => {
    const canvas = frame(60, 100).text(50, 105, '服务对象满意度').text(125, 105, '群众满意率');
    expect(await firstRow(canvas)).toBe('服务对象满意度|群众满意率');
    const spaced = frame(60, 100)
      .raw('3 Tc')
      .text(55, 105, '对象满意度')
      .raw('0 Tc')
      .text(125, 105, '满意率');
    expect(await firstRow(spaced)).toBe('对象满意度|满意率');
  });

  it('reads letters printed twice or outlined and filled once', async () => {
    const canvas = frame(100, 100, 100);
    for (const by of [0, 0.25, 0.4]) canvas.text(53 + by, 105, '300218');
    for (const [i, letter] of [...'合计金额'].entries()) {
      canvas.text(153 + 10 * i, 105, letter).text(153.5 + 10 * i, 105.3, letter);
    }
    canvas.raw('1 Tr').text(253, 105, '产出').raw('0 Tr').text(253, 105, '产出');
    expect(await firstRow(canvas)).toBe('300218|合计金额|产出');
  });

  it('reads letters drawn by their outlines in the colour of these', async () => {
    const canvas = frame(100, 100, 100).raw('1 1 1 rg').raw('1 Tr').text(53, 105, '轮廓');
    canvas.raw('2 Tr').text(153, 105, '描边').raw('1 1 1 RG').text(253, 105, '白字').raw('0 Tr');
    expect(await firstRow(canvas)).toBe('轮廓|描边|');
  });

  it('reads text turned by a quarter', async () => {
    const canvas = frame(40, 200).text(100, 110, '产出数量达到年度计划');
    canvas.raw(`BT /F1 10 Tf 0 1 -1 0 70 ${canvas.height - 180} Tm <7ee96548630768075b8c6210> Tj ET`);
    expect(await firstRow(canvas)).toBe('绩效指标完成|产出数量达到年度计划');
  });

  it('reads ideographs where the font gives radicals', async () => {
    expect(await firstRow(frame(60, 60).text(53, 105, '⼀⽉').text(113, 105, '⽇'))).toBe('一月|日');
  });

  it('finds text and rules of form XObjects through their matrices', async () => {
    const inner = drawTable(
      new PdfCanvas(),
      plainTable(
        0,
        0,
        [60, 60],
        [
          ['内容', '12'],
          ['指标', '34'],
        ],
      ),
    );
    const outer = new PdfCanvas().raw('q 1 0 0 1 100 -200 cm /X0 Do Q');
    const form = {
      number: 100,
      dictionary:
        '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 20 0] /Resources << /Font << /F1 3 0 R >> >>',
      stream: inner.operators.join('\n'),
    };
    const page = outer.page(0, '/XObject << /X0 100 0 R >>');
    const [grid] = gridsOf(await readPages([page], { objects: [form] }));
    expect(grid && rowsOf(grid)).toEqual(['内容|12', '指标|34']);
    expect(grid?.cells[0]?.boxes).toEqual([{ page: 1, box: [120, 200, 180, 220] }]);
  });
});

describe('text that cannot be seen', () => {
  it('is kept apart, flagged and named', async () => {
    const canvas = frame(100, 100, 100);
    canvas
      .raw(`q 50 ${canvas.height - 200} 50 100 re W n`)
      .text(53, 105, '服务保障中心')
      .raw('Q');
    canvas.text(153, 105, '旧文字').fill(151, 101, 249, 199, '1 1 1').text(153, 125, '新文字');
    canvas.raw('3 Tr').text(253, 105, '无墨').raw('0 Tr').text(253, 125, '有墨');
    const { blocks, diagnostics } = await readPages([canvas]);
    const [grid] = gridsOf({ format: 'pdf', outcome: 'ok', blocks, diagnostics });
    expect(grid?.cells.map((cell) => [cell.text, cell.flags])).toEqual([
      ['服务保障中', ['outside-clip']],
      ['新文字', ['hidden']],
      ['有墨', ['hidden']],
    ]);
    expect(diagnostics.map(({ code, place }) => [code, place])).toEqual([
      ['unseen-text', 'p1 t1 r1 c1'],
      ['unseen-text', 'p1 t1 r1 c2'],
      ['unseen-text', 'p1 t1 r1 c3'],
    ]);
  });

  it('is left out of paragraphs; white letters on a dark background can be seen', async () => {
    const canvas = new PdfCanvas().raw('1 1 1 rg').text(50, 50, '水印').raw('0 0 0 rg');
    canvas.fill(50, 100, 300, 120, '0.1 0.2 0.5').raw('1 1 1 rg').text(60, 103, '部门预算').raw('0 0 0 rg');
    expect(paragraphsOf(await readPages([canvas]))).toEqual(['部门预算']);
  });
});
