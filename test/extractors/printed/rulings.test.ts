import { describe, expect, it } from 'vitest';
import { cellBox, type DrawnTable, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { gridsOf, readPages, rowsOf } from '../../support/read-pdf.js';

const ROWS = ['项目名称|金额', '办公楼物业|12.50'];
const table = plainTable(
  50,
  100,
  [150, 80],
  [
    ['项目名称', '金额'],
    ['办公楼物业', '12.50'],
  ],
);

const rowsDrawnBy = async (draw: (canvas: PdfCanvas) => void): Promise<string[][]> => {
  const canvas = new PdfCanvas();
  draw(canvas);
  return gridsOf(await readPages([canvas])).map(rowsOf);
};

const texts = (canvas: PdfCanvas, drawn: DrawnTable): void => {
  for (const cell of drawn.cells) {
    const [left, top] = cellBox(drawn, cell);
    canvas.text(left + 3, top + 3, cell.text ?? '');
  }
};

describe('what counts as a rule', () => {
  it('strokes', async () => {
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, table))).toEqual([ROWS]);
  });

  it('thin filled rectangles', async () => {
    const side = (canvas: PdfCanvas) => (x0: number, y0: number, x1: number, y1: number) => {
      canvas.fill(x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25);
    };
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, table, side(canvas)))).toEqual([ROWS]);
  });

  it('one path of many segments', async () => {
    const path: string[] = [];
    expect(
      await rowsDrawnBy((canvas) => {
        drawTable(canvas, table, (x0, y0, x1, y1) => {
          path.push(`${x0} ${canvas.height - y0} m ${x1} ${canvas.height - y1} l`);
        });
        canvas.raw(`0.5 w ${path.join(' ')} S`);
      }),
    ).toEqual([ROWS]);
  });

  it('one path of many thin rectangles', async () => {
    const path: string[] = [];
    expect(
      await rowsDrawnBy((canvas) => {
        drawTable(canvas, table, (x0, y0, x1, y1) => {
          path.push(`${x0} ${canvas.height - y1} ${Math.max(0.5, x1 - x0)} ${Math.max(0.5, y1 - y0)} re`);
        });
        canvas.raw(`${path.join(' ')} f`);
      }),
    ).toEqual([ROWS]);
  });

  it('stroked rectangles', async () => {
    expect(
      await rowsDrawnBy((canvas) => {
        for (const cell of table.cells) {
          const [left, top, right, bottom] = cellBox(table, cell);
          canvas.raw(`${left} ${canvas.height - bottom} ${right - left} ${bottom - top} re S`);
        }
        texts(canvas, table);
      }),
    ).toEqual([ROWS]);
  });

  it('dots in a row', async () => {
    const dotted = (canvas: PdfCanvas) => (x0: number, y0: number, x1: number, y1: number) => {
      for (let x = x0; x <= x1; x += 2) for (let y = y0; y <= y1; y += 2) canvas.fill(x, y, x + 0.8, y + 0.8);
    };
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, table, dotted(canvas)))).toEqual([ROWS]);
  });

  it('each of two cells its own border, a little apart', async () => {
    const double = (canvas: PdfCanvas) => (x0: number, y0: number, x1: number, y1: number) => {
      canvas.line(x0, y0, x1, y1);
      canvas.line(x0 + 1.2, y0 + 1.2, x1 + 1.2, y1 + 1.2);
    };
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, table, double(canvas)))).toEqual([ROWS]);
  });

  it('backgrounds of cells with gaps between them', async () => {
    expect(
      await rowsDrawnBy((canvas) => {
        for (const cell of table.cells) {
          const [left, top, right, bottom] = cellBox(table, cell);
          canvas.fill(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, '0.85 0.9 1');
        }
        texts(canvas, table);
      }),
    ).toEqual([ROWS]);
  });

  it('white lines on a coloured background', async () => {
    expect(
      await rowsDrawnBy((canvas) => {
        canvas.fill(50, 100, 280, 140, '0.3 0.4 0.8').raw('1 1 1 RG');
        canvas.line(50, 120, 280, 120, 1).line(200, 100, 200, 140, 1).raw('0 0 0 RG');
        canvas
          .line(50, 100, 280, 100)
          .line(50, 140, 280, 140)
          .line(50, 100, 50, 140)
          .line(280, 100, 280, 140);
        texts(canvas, table);
      }),
    ).toEqual([ROWS]);
  });
});

describe('what is no rule', () => {
  it('white, transparent and clipped lines', async () => {
    const invisible = (canvas: PdfCanvas): void => {
      canvas.raw('1 1 1 RG').line(125, 100, 125, 140).raw('0 0 0 RG');
      canvas.raw('q /G0 gs').line(50, 110, 280, 110).raw('Q');
      canvas.raw('q 400 0 100 100 re W n').line(50, 130, 280, 130).raw('Q');
    };
    const canvas = drawTable(new PdfCanvas(), table);
    invisible(canvas);
    const page = canvas.page(0, '/ExtGState << /G0 << /CA 0 /ca 0 >> >>');
    expect(gridsOf(await readPages([page])).map(rowsOf)).toEqual([ROWS]);
  });

  it('a mark behind a word and a line under it', async () => {
    expect(
      await rowsDrawnBy((canvas) => {
        canvas.fill(53, 102, 93, 114, '1 1 0.4').line(53, 135, 103, 135);
        drawTable(canvas, table);
      }),
    ).toEqual([ROWS]);
  });

  it('a frame around the page', async () => {
    expect(
      await rowsDrawnBy((canvas) => {
        canvas.raw('20 20 555 802 re S');
        drawTable(canvas, table);
      }),
    ).toEqual([ROWS]);
  });

  it('a drawing without text', async () => {
    expect(
      await rowsDrawnBy((canvas) =>
        drawTable(
          canvas,
          plainTable(
            50,
            300,
            [60, 60],
            [
              ['', ''],
              ['', ''],
            ],
          ),
        ),
      ),
    ).toEqual([]);
  });
});

describe('the lattice', () => {
  const spans: DrawnTable = {
    xs: [50, 110, 200, 260, 340],
    ys: [100, 120, 140, 160, 180],
    cells: [
      { row: 0, column: 0, colSpan: 4, text: '部门整体支出绩效目标表' },
      { row: 1, column: 0, rowSpan: 3, text: '绩效指标' },
      { row: 1, column: 1, text: '一级指标' },
      { row: 1, column: 2, colSpan: 2, text: '指标值' },
      { row: 2, column: 1, rowSpan: 2, text: '产出指标' },
      { row: 2, column: 2, text: '≥' },
      { row: 2, column: 3, text: '95' },
      { row: 3, column: 2, text: '=' },
      { row: 3, column: 3, text: '100' },
    ],
  };
  const SPANS = [
    '1x4:部门整体支出绩效目标表',
    '3x1:绩效指标|一级指标|1x2:指标值',
    '2x1:产出指标|≥|95',
    '=|100',
  ];

  it('reads merged cells as spans', async () => {
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, spans))).toEqual([SPANS]);
  });

  it('does without the outer borders', async () => {
    const open = plainTable(
      50,
      100,
      [60, 90, 60],
      [
        ['指标', '指标值', '单位'],
        ['培训人数', '≥120', '人'],
        ['满意度', '≥95', '%'],
      ],
    );
    const inner = (canvas: PdfCanvas) => (x0: number, y0: number, x1: number, y1: number) => {
      const outer = (x0 === x1 && (x0 === 50 || x0 === 260)) || (y0 === y1 && (y0 === 100 || y0 === 160));
      if (!outer) canvas.line(x0, y0, x1, y1);
    };
    expect(await rowsDrawnBy((canvas) => drawTable(canvas, open, inner(canvas)))).toEqual([
      ['指标|指标值|单位', '培训人数|≥120|人', '满意度|≥95|%'],
    ]);
  });

  it('keeps cells rectangular where a border is missing', async () => {
    const [grid] = await rowsDrawnBy((canvas) => {
      const drawn = plainTable(
        50,
        100,
        [60, 60],
        [
          ['一', '二'],
          ['三', '四'],
        ],
      );
      texts(canvas, drawn);
      canvas.line(50, 100, 170, 100).line(50, 140, 170, 140).line(50, 100, 50, 140).line(170, 100, 170, 140);
      canvas.line(110, 100, 110, 120).line(50, 120, 110, 120);
    });
    expect(grid).toEqual(['一|2x1:二四', '三']);
  });

  it('gives each cell its box, and places that count from 1', async () => {
    const [grid] = gridsOf(await readPages([drawTable(new PdfCanvas(), table)]));
    expect(grid?.cells[3]).toMatchObject({
      place: 'p1 t1 r2 c2',
      boxes: [{ page: 1, box: [200, 120, 280, 140] }],
    });
  });
});
