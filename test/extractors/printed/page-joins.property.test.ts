import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/grid.js';
import { PdfCanvas } from '../../support/pdf-builder.js';
import { gridsOf, readPages, rowsOf } from '../../support/read-pdf.js';
import { runsOf } from '../../support/thorough.js';

const TOP = 60;
const FOOT = 780;
const WIDTHS = [90, 60, 80, 110, 40, 60];
const HEADER = ['项目名称', '金额', '二级指标', '三级指标', '性质', '指标值'];
const XS = WIDTHS.map((_, i) => 60 + WIDTHS.slice(0, i).reduce((sum, width) => sum + width, 0)).concat(500);
const OUTER = 2;
const LINE = 12;

interface Project {
  name: string;
  /** Lines of text of each row's name. */
  rows: number[];
}

interface Row {
  project: number;
  first: boolean;
  last: boolean;
  /** Lines of the third column; the other columns have one. */
  lines: string[];
  level2: string;
  target: string;
}

interface Layout {
  projects: Project[];
  /** Rows on each page but the last, in turn. */
  perPage: number[];
  header: boolean;
  /** Whether the borders above a page's first row, and below its last, are drawn where a row ends. */
  ruledAbove: boolean;
  ruledBelow: boolean;
  /** Whether a row is cut in its middle where it has several lines. */
  cuts: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  projects: fc
    .array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 14 }), {
      minLength: 2,
      maxLength: 5,
    })
    .map((all) => all.map((rows, i) => ({ name: `${'甲乙丙丁戊'[i] ?? ''}类维护项目`, rows }))),
  perPage: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 4 }),
  header: fc.boolean(),
  ruledAbove: fc.boolean(),
  ruledBelow: fc.boolean(),
  cuts: fc.boolean(),
});

const rowsOfTable = ({ projects }: Layout): Row[] =>
  projects.flatMap(({ rows }, project) =>
    rows.map((lines, i) => ({
      project,
      first: i === 0,
      last: i === rows.length - 1,
      lines: ['完成河道巡查及清淤维护', '并且按季报送工作情况及', '次数'].slice(3 - lines),
      level2: i % 2 === 0 ? '数量指标' : '质量指标',
      target: `${10 + i}`,
    })),
  );

/** The table as one grid. */
function expected(layout: Layout): string[] {
  const text = (row: Row): string => [row.level2, row.lines.join(''), '≥', row.target].join('|');
  return [
    HEADER.join('|'),
    ...rowsOfTable(layout).map((row) => {
      const project = layout.projects[row.project];
      if (!row.first || !project) return text(row);
      const span = project.rows.length > 1 ? `${project.rows.length}x1:` : '';
      return [`${span}${project.name}`, `${span}${row.project + 1}.50`, text(row)].join('|');
    }),
  ];
}

/** A row, or the part of it on one page. */
interface Piece {
  row: Row;
  lines: string[];
  begins: boolean;
  ends: boolean;
}

/** The rows of each page; a row of several lines goes on behind its first line where rows are cut. */
function pagesOf(layout: Layout): Piece[][] {
  const pages: Piece[][] = [[]];
  let page = 0;
  rowsOfTable(layout).forEach((row, i, all) => {
    const isFull = (pages[page]?.length ?? 0) >= (layout.perPage[page % layout.perPage.length] ?? 3) - 1;
    const isCut = layout.cuts && isFull && row.lines.length > 1;
    pages[page]?.push({ row, lines: row.lines.slice(0, isCut ? 1 : undefined), begins: true, ends: !isCut });
    if (!isFull || i === all.length - 1) {
      if (isCut) pages.push([{ row, lines: row.lines.slice(1), begins: false, ends: true }]);
      return;
    }
    page++;
    pages.push(isCut ? [{ row, lines: row.lines.slice(1), begins: false, ends: true }] : []);
  });
  return pages.filter((pieces) => pieces.length > 0);
}

function drawPage(layout: Layout, pieces: readonly Piece[], number: number, isLast: boolean): PdfCanvas {
  const canvas = new PdfCanvas();
  const heights = pieces.map(({ lines }) => LINE * lines.length + 6);
  const withHeader = number === 0 || layout.header;
  const height = heights.reduce((sum, own) => sum + own, withHeader ? 20 : 0);
  let y = isLast && number > 0 ? TOP : FOOT - height;
  const start = y;
  const across = (at: number, from: number, to: number): unknown =>
    canvas.line(XS[from] ?? 0, at, XS[to] ?? 0, at);
  if (withHeader) {
    across(y, 0, WIDTHS.length);
    for (const [i, text] of HEADER.entries()) canvas.text((XS[i] ?? 0) + 3, y + 5, text, 9);
    y += 20;
    across(y, 0, WIDTHS.length);
  }
  pieces.forEach((piece, i) => {
    const { row } = piece;
    const isTop = i === 0 && number > 0 && !withHeader;
    if (piece.begins && (!isTop || layout.ruledAbove)) across(y, OUTER, WIDTHS.length);
    if (piece.begins && row.first) across(y, 0, OUTER);
    if (piece.begins && row.first) {
      canvas.text((XS[0] ?? 0) + 3, y + 3, layout.projects[row.project]?.name ?? '', 9);
      canvas.text((XS[1] ?? 0) + 3, y + 3, `${row.project + 1}.50`, 9);
    }
    if (piece.begins) {
      canvas.text((XS[2] ?? 0) + 3, y + 3, row.level2, 9);
      canvas.text((XS[4] ?? 0) + 3, y + 3, '≥', 9);
      canvas.text((XS[5] ?? 0) + 3, y + 3, row.target, 9);
    }
    for (const [l, text] of piece.lines.entries()) canvas.text((XS[3] ?? 0) + 3, y + 3 + LINE * l, text, 9);
    y += heights[i] ?? 0;
    const isBottom = i === pieces.length - 1;
    if (piece.ends && (!isBottom || layout.ruledBelow || isLast)) across(y, OUTER, WIDTHS.length);
    if (piece.ends && row.last) across(y, 0, OUTER);
  });
  for (const x of XS) canvas.line(x, start, x, y);
  return canvas;
}

/** Text of the third column of each row as the pages print them, with the place a person counting there would give. */
function countedByHand(layout: Layout, pages: readonly (readonly Piece[])[]): string[] {
  return pages.flatMap((pieces, page) => {
    const above = page === 0 || layout.header ? 1 : 0;
    return pieces.flatMap(({ row, begins }, i) =>
      begins ? [`${row.target} p${page + 1} t1 r${above + i + 1} c6`] : [],
    );
  });
}

const targetPlaces = (grid: Grid): string[] =>
  grid.cells.flatMap(({ column, row, text, place }) => (column === 6 && row > 1 ? [`${text} ${place}`] : []));

describe('a list of projects over several pages', () => {
  it('is read as the unbroken table, whatever is merged, cut, repeated or left undrawn at the breaks', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, async (layout) => {
        const pages = pagesOf(layout);
        fc.pre(pages.length > 1);
        const drawn = pages.map((pieces, i) => drawPage(layout, pieces, i, i === pages.length - 1));
        const grids = gridsOf(await readPages(drawn));
        expect(grids.map(rowsOf)).toEqual([expected(layout)]);
        expect(grids.flatMap(targetPlaces)).toEqual(countedByHand(layout, pages));
      }),
      { numRuns: runsOf(40, 200) },
    );
  });
});
