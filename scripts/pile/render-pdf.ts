import { buildPdf, PdfCanvas, type PdfObject, type PdfPage } from '../../test/support/pdf-builder.js';
import type { PileDocument, PileTable } from './pile-document.js';
import { placeCells } from './place-cells.js';

const TOP = 60;
const LEFT = 50;
const BOTTOM = 780;
const WIDTHS = [95, 115, 170, 115];
const ROW_HEIGHT = 22;
const FONT_SIZE = 9;
/** Letters in a line and lines on a page of running text. */
const LINE = 54;
const LINES = 32;

/**
 * A font whose codes are Unicode and which says so for the letters of the document alone, as the fonts of real files do (a few
 * hundred codes); the letters themselves are not embedded.
 */
const fontFor = (letters: readonly string[]): PdfObject[] => [
  {
    number: 109,
    dictionary:
      '/Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [111 0 R] /ToUnicode 110 0 R',
  },
  { number: 110, dictionary: '', stream: unicodeMap(letters) },
  {
    number: 111,
    dictionary:
      '/Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 112 0 R /DW 1000 /W [0 [500] 1 255 500]',
  },
  {
    number: 112,
    dictionary:
      '/Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80',
  },
];

/** Most entries a block of a map may have. */
const MAP_BLOCK = 100;

function unicodeMap(letters: readonly string[]): string {
  const codes = letters.map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'));
  const blocks: string[] = [];
  for (let first = 0; first < codes.length; first += MAP_BLOCK) {
    const entries = codes.slice(first, first + MAP_BLOCK).map((code) => `<${code}> <${code}>`);
    blocks.push(`${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nend\nend`;
}

/** Pages with ruled tables, one table a page; a table that does not fit goes on on the next. */
export function renderPdf({ paragraphs, tables }: PileDocument): Uint8Array {
  const lines = paragraphs.flatMap((text) => text.match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? []);
  const cover: PdfPage[] = [];
  for (let first = 0; first < lines.length; first += LINES) {
    const canvas = new PdfCanvas();
    lines.slice(first, first + LINES).forEach((text, index) => {
      canvas.text(LEFT, TOP + index * ROW_HEIGHT, text, FONT_SIZE);
    });
    cover.push(canvas.page());
  }
  const pages = [...cover, ...tables.flatMap(renderTable)];
  return buildPdf(pages.map(withOwnFont), { objects: fontFor(lettersOf(lines, tables)) });
}

const lettersOf = (lines: readonly string[], tables: readonly PileTable[]): string[] =>
  [
    ...new Set([
      ...lines.join(''),
      ...tables.flatMap(({ title, caption, rows }) =>
        [title, caption, ...rows.flat().map(({ text }) => text)].flatMap((text) => [...text]),
      ),
    ]),
  ].sort();

const withOwnFont = (page: PdfPage): PdfPage => ({
  ...page,
  content: page.content.replaceAll('/F1 ', '/F9 '),
});

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
