import {
  buildPdf,
  type DrawnTable,
  drawTable,
  PdfCanvas,
  plainTable,
} from '../../test/support/pdf-builder.js';
import type { SeededRandom } from '../../test/support/seeded-random.js';

/** A PDF drawn in one way, and the rows of texts of its one table. */
export interface DrawnFile {
  style: string;
  bytes: Uint8Array;
  rows: string[][];
}

const LEFT = 60;
const TOP = 120;
const GREY = '0.85 0.85 0.85';
const LABELS = [
  '行政运行',
  '事业运行',
  '住房公积金',
  '培训费',
  '公务用车运行维护费',
  '办公费',
  '劳务费',
  '差旅费',
];
const HEADERS = ['项目', '本年预算', '上年预算', '增减额', '备注'];
const NOTES = ['按定额', '据实列支', '新增', '压减'];

type Draw = (canvas: PdfCanvas, table: DrawnTable) => void;

const STYLES: Record<string, Draw> = {
  'every cell ruled': (canvas, table) => drawTable(canvas, table),
  'rules as thin rectangles': (canvas, table) =>
    drawTable(canvas, table, (x0, y0, x1, y1) => canvas.fill(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3)),
  'open at both sides': (canvas, table) =>
    drawTable(canvas, table, (x0, y0, x1, y1) => {
      const outer = x0 === x1 && (x0 === table.xs[0] || x0 === table.xs.at(-1));
      if (!outer) canvas.line(x0, y0, x1, y1);
    }),
  'header shaded, not ruled': (canvas, table) => {
    canvas.fill(LEFT, TOP, right(table), TOP + 20, GREY);
    drawTable(canvas, table, (x0, y0, x1, y1) => {
      if (y0 > TOP) canvas.line(x0, y0, x1, y1);
    });
  },
  'labels left of the frame': (canvas, table) =>
    drawTable(canvas, table, (x0, y0, x1, y1) => {
      if (x0 > LEFT) canvas.line(x0, y0, x1, y1);
    }),
  'inside a frame of the page': (canvas, table) => {
    drawTable(canvas, frameOf(canvas));
    drawTable(canvas, table);
  },
  'rules between rows alone': (canvas, table) =>
    drawTable(canvas, table, (x0, y0, x1, y1) => {
      if (y0 === y1) canvas.line(x0, y0, x1, y1);
    }),
  'columns of text in one frame': (canvas, table) =>
    drawTable(canvas, table, (x0, y0, x1, y1) => {
      const outer = [table.ys[0], table.ys[1], table.ys.at(-1)].includes(y0) && y0 === y1;
      const side = x0 === x1 && (x0 === LEFT || x0 === right(table));
      if (outer || side) canvas.line(x0, y0, x1, y1);
    }),
  'every other row shaded': (canvas, table) => {
    table.ys.slice(0, -1).forEach((y, row) => {
      if (row % 2 === 0) canvas.fill(LEFT, y, right(table), y + 20, GREY);
    });
    drawTable(canvas, table, () => undefined);
  },
  'no rules': (canvas, table) => drawTable(canvas, table, () => undefined),
};

/** Made-up tables of amounts, `each` of them in every way of drawing: the same seed gives the same bytes. */
export function drawnSuite(random: SeededRandom, each: number): DrawnFile[] {
  return Object.entries(STYLES).flatMap(([style, draw]) =>
    Array.from({ length: each }, (): DrawnFile => {
      const rows = madeUpRows(random);
      const widths = (rows[0] ?? []).map((_, column) => (column === 0 ? 120 : random.integer(70, 95)));
      const canvas = new PdfCanvas();
      canvas.text(LEFT + 130, TOP - 50, '部门预算支出明细表', 14);
      canvas.text(LEFT + 320, TOP - 22, '单位：万元');
      draw(canvas, plainTable(LEFT, TOP, widths, rows));
      return { style, bytes: buildPdf([canvas.page()]), rows };
    }),
  );
}

function madeUpRows(random: SeededRandom): string[][] {
  const columns = random.integer(3, 5);
  const labels = random.shuffled(LABELS).slice(0, random.integer(4, 8));
  const amount = (): string => (random.integer(100, 99_999) / 100).toFixed(2);
  const noteOf = (): string => NOTES[random.integer(0, NOTES.length - 1)] ?? '';
  return [
    HEADERS.slice(0, columns),
    ...labels.map((label) => [
      label,
      ...Array.from({ length: columns - 1 }, (_, index) => (index === 3 ? noteOf() : amount())),
    ]),
  ];
}

const right = ({ xs }: DrawnTable): number => xs.at(-1) ?? 0;

const frameOf = ({ width, height }: PdfCanvas): DrawnTable => ({
  xs: [30, width - 30],
  ys: [30, height - 30],
  cells: [{ row: 0, column: 0 }],
});
