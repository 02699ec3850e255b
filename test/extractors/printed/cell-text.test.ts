import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { furnitureOf, gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

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

/** Draws texts under a clip; its box from the top left of the page. */
const clipped = (
  canvas: PdfCanvas,
  [left, top, right, bottom]: [number, number, number, number],
  draw: (canvas: PdfCanvas) => void,
): PdfCanvas => {
  canvas.raw(`q ${left} ${canvas.height - bottom} ${right - left} ${bottom - top} re W n`);
  draw(canvas);
  return canvas.raw('Q');
};

describe('text cut off by its own cell', () => {
  /** Rows so low that the second line of a text does not fit. */
  const low = (): PdfCanvas => {
    const table = plainTable(
      50,
      100,
      [106, 60],
      [...'一二三'].map(() => ['', '']),
    );
    return drawTable(new PdfCanvas(), { ...table, ys: [100, 116, 132, 148] });
  };
  const read = async (canvas: PdfCanvas) => {
    const extraction = await readPages([canvas]);
    const [grid] = gridsOf(extraction);
    return {
      rows: grid ? rowsOf(grid) : [],
      codes: extraction.diagnostics.map(({ code, place }) => [code, place]),
    };
  };

  it('is whole: the line below the border, of the last row too, and the rest of a line beyond it', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 156, 116], (cell) => {
      cell.text(53, 102, '建立灌溉渠道巡查养护').text(53, 114, '记录册数');
    });
    clipped(canvas, [50, 116, 156, 132], (cell) => cell.text(53, 118, '完成渠道清淤与水闸检修次数'));
    clipped(canvas, [50, 132, 156, 148], (cell) => {
      cell.text(53, 134, '受益农户对灌溉服务满').text(53, 146, '意程度');
    });
    canvas.text(160, 102, '≥4册').text(160, 118, '≥6次').text(160, 134, '≥90%');
    expect(await read(canvas)).toEqual({
      rows: [
        '建立灌溉渠道巡查养护记录册数|≥4册',
        '完成渠道清淤与水闸检修次数|≥6次',
        '受益农户对灌溉服务满意程度|≥90%',
      ],
      codes: [
        ['clipped-text', 'p1 t1 r1 c1'],
        ['clipped-text', 'p1 t1 r2 c1'],
        ['clipped-text', 'p1 t1 r3 c1'],
      ],
    });
  });

  it('is whole where only the rest is drawn under the clip, and where the text is centred in its cell', async () => {
    const canvas = low()
      .text(53, 102, '建立灌溉渠道巡查养护')
      .text(53, 119, '受益农户满意')
      .text(160, 134, '甲');
    clipped(canvas, [50.4, 100.4, 155.6, 115.6], (cell) => cell.text(53, 114, '记录册数'));
    clipped(canvas, [50, 116, 156, 132], (cell) => cell.text(53, 107, '年末调查的').text(53, 131, '程度'));
    expect((await read(canvas)).rows).toEqual([
      '建立灌溉渠道巡查养护记录册数|',
      '年末调查的\n受益农户满意\n程度|',
      '|甲',
    ]);
  });

  it('is whole where a clip holds a whole row of cells', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 216, 116], (row) => {
      row
        .text(53, 102, '建立灌溉渠道巡查养护')
        .text(53, 114, '记录册数')
        .text(160, 102, '全年分批')
        .text(160, 114, '完成');
    });
    expect((await read(canvas)).rows).toEqual(['建立灌溉渠道巡查养护记录册数|全年分批完成', '|', '|']);
  });

  it('is left out where it stands apart, or is covered or without ink as well', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 156, 116], (cell) => cell.text(53, 102, '维护站点').text(53, 180, '旧稿'));
    clipped(canvas, [50, 116, 156, 132], (cell) => {
      cell.text(53, 118, '清淤长度').raw('3 Tr').text(53, 130, '无墨').raw('0 Tr');
    });
    clipped(canvas, [156, 116, 216, 132], (cell) => cell.text(160, 118, '旧值').text(160, 130, '旧注'));
    canvas.fill(157, 117, 215, 131, '1 1 1').text(160, 118, '新值');
    expect(await read(canvas)).toEqual({
      rows: ['维护站点|', '清淤长度|新值', '|'],
      codes: [
        ['unseen-text', 'p1 t1 r1 c1'],
        ['unseen-text', 'p1 t1 r2 c1'],
        ['unseen-text', 'p1 t1 r2 c2'],
      ],
    });
  });

  it('is not what a page break cuts: the rest is drawn on the next page', async () => {
    const page = (y: number): PdfCanvas => {
      const canvas = new PdfCanvas();
      const [top, bottom] = y > 0 ? [700, 720] : [60, 80];
      canvas.line(50, y > 0 ? 700 : 80, 250, y > 0 ? 700 : 80);
      for (const x of [50, 150, 250]) canvas.line(x, top, x, bottom);
      return clipped(canvas, [50, top, 250, bottom], (sheet) => {
        const start = y > 0 ? 704 : 52;
        sheet
          .text(53, start, '建立灌溉渠')
          .text(53, start + 14, '道养护记录')
          .text(153, start, '≥4册');
      });
    };
    const { diagnostics, blocks } = await readPages([page(1), page(-1)]);
    expect(diagnostics.filter(({ code }) => code === 'clipped-text')).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain('道养护记录道养护记录');
  });
});

describe('text that runs askew', () => {
  const rows = [
    ['一级指标', '指标值'],
    ['产出指标', '≥42公里'],
  ];
  /** Draws a text in a direction, degrees against the clock. */
  const askew = (
    canvas: PdfCanvas,
    x: number,
    y: number,
    degrees: number,
    text: string,
    size = 30,
  ): PdfCanvas => {
    const angle = (degrees / 180) * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(4));
    const codes = [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
    return canvas.raw(`BT /F1 ${size} Tf ${c} ${s} -${s} ${c} ${x} ${canvas.height - y} Tm <${codes}> Tj ET`);
  };
  const table = () => drawTable(new PdfCanvas(), plainTable(50, 100, [100, 100], rows));

  it.each([-45, 30, 60, 135, -20])('is part of no cell and no paragraph: %s°', async (degrees) => {
    const canvas = askew(table(), 100, 120, degrees, '仅供查阅');
    askew(canvas, 300, 500, degrees, '严禁转载');
    const extraction = await readPages([canvas]);
    expect(gridsOf(extraction).flatMap(rowsOf)).toEqual(rows.map((row) => row.join('|')));
    expect(paragraphsOf(extraction)).toEqual([]);
    expect(furnitureOf(extraction).toSorted()).toEqual(['严禁转载', '仅供查阅']);
    expect(extraction.diagnostics.map(({ code }) => code)).toEqual(['slanted-text']);
  });

  it('is one diagnostic for all pages', async () => {
    const pages = [1, 2, 3].map(() => askew(table(), 100, 120, 45, '样本'));
    const { diagnostics } = await readPages(pages);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '第 1 页起 3 页有斜排的文字（多为水印），未计入表格和段落：样本',
    ]);
  });

  it('makes no picture a page of text', async () => {
    const image = {
      number: 100,
      dictionary:
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      stream: 'x',
    };
    const canvas = new PdfCanvas().raw('q 595 0 0 842 0 0 cm /X0 Do Q');
    for (const y of [200, 400, 600]) askew(canvas, 100, y, 45, '仅供公开查阅使用');
    const { outcome } = await readPages([canvas.page(0, '/XObject << /X0 100 0 R >>')], { objects: [image] });
    expect(outcome).toBe('needs-ocr');
  });

  it('is read where the whole page lies a little askew', async () => {
    const canvas = askew(table(), 55, 400, 3, '信访接待中心', 10);
    expect(paragraphsOf(await readPages([canvas]))).toEqual(['信访接待中心']);
  });
});
