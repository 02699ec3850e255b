import { buildPdf, PdfCanvas, type PdfPage } from '../../test/support/pdf-builder.js';
import type { PileDocument, PileTable } from './pile-document.js';
import { placeCells } from './place-cells.js';

const TOP = 60;
const LEFT = 50;
const BOTTOM = 780;
const WIDTHS = [95, 115, 170, 115];
const ROW_HEIGHT = 22;
const FONT_SIZE = 9;

/** Pages with ruled tables, one table a page; a table that does not fit goes on on the next. */
export function renderPdf({ paragraphs, tables }: PileDocument): Uint8Array {
  const cover = new PdfCanvas();
  paragraphs.forEach((text, index) => {
    cover.text(LEFT, TOP + index * ROW_HEIGHT, text, FONT_SIZE);
  });
  return buildPdf([cover.page(), ...tables.flatMap(renderTable)]);
}

function renderTable(table: PileTable): PdfPage[] {
  const rows = placeCells(table);
  const perPage = Math.floor((BOTTOM - TOP - 2 * ROW_HEIGHT) / ROW_HEIGHT);
  const pages: PdfPage[] = [];
  for (let first = 0; first < rows.length; first += perPage) {
    const canvas = new PdfCanvas();
    if (first === 0) {
      canvas.text(LEFT + 120, TOP, table.title, FONT_SIZE + 3);
      canvas.text(LEFT, TOP + ROW_HEIGHT, table.caption, FONT_SIZE);
    }
    drawRows(canvas, rows.slice(first, first + perPage), TOP + 2 * ROW_HEIGHT);
    pages.push(canvas.page());
  }
  return pages;
}

const leftOf = (column: number): number =>
  LEFT + WIDTHS.slice(0, column).reduce((sum, width) => sum + width, 0);

function drawRows(canvas: PdfCanvas, rows: ReturnType<typeof placeCells>, top: number): void {
  const first = rows[0]?.[0]?.row ?? 0;
  for (const { row, column, rowSpan, colSpan, covered, text } of rows.flat()) {
    const [left, right] = [leftOf(column), leftOf(column + colSpan)];
    const upper = top + (row - first) * ROW_HEIGHT;
    const lower = upper + Math.min(rowSpan, first + rows.length - row) * ROW_HEIGHT;
    canvas.line(left, upper, left, lower).line(right, upper, right, lower);
    if (!covered || row === first) canvas.line(left, upper, right, upper);
    if (!covered || row === first + rows.length - 1) canvas.line(left, lower, right, lower);
    if (text !== '') canvas.text(left + 3, upper + 5, text, FONT_SIZE);
  }
}
