/**
 * Tiny PDFs from raw operators. Coordinates of the canvas are points from the top left of the page; the text font is a
 * Chinese one known by name, so any character can be written.
 */
export interface PdfPage {
  width: number;
  height: number;
  /** Operators of the content stream. */
  content: string;
  /** Further content streams, as references: `100 0 R`. */
  streams?: string[];
  /** Quarter turns clockwise the page is displayed with. */
  turns?: number;
  /** Further entries of the page's resources, e.g. `/XObject << /X 20 0 R >>`. */
  resources?: string;
}

export interface PdfObject {
  number: number;
  /** Entries of the dictionary, without brackets. */
  dictionary: string;
  stream?: string;
}

export interface PdfOptions {
  /** Objects from number 100 on, for resources of pages. */
  objects?: PdfObject[];
  /** Replaces the page tree's root: `(pages) => dictionary`. */
  pageTree?: (kids: string, count: number) => string;
}

const FONT = [
  {
    number: 3,
    dictionary:
      '/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R]',
  },
  {
    number: 4,
    dictionary:
      '/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500]',
  },
  {
    number: 5,
    dictionary:
      '/Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93',
  },
];

export function buildPdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const objects: PdfObject[] = [...FONT, ...(options.objects ?? [])];
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  pages.forEach((page, i) => {
    const number = 10 + 2 * i;
    objects.push(
      {
        number,
        dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${90 * (page.turns ?? 0)} /Resources << /Font << /F1 3 0 R /F9 109 0 R >> ${page.resources ?? ''} >> /Contents [${number + 1} 0 R ${(page.streams ?? []).join(' ')}]`,
      },
      { number: number + 1, dictionary: '', stream: page.content },
    );
  });
  const root =
    options.pageTree?.(kids, pages.length) ?? `/Type /Pages /Kids [${kids}] /Count ${pages.length}`;
  objects.push({ number: 1, dictionary: '/Type /Catalog /Pages 2 0 R' }, { number: 2, dictionary: root });
  return serialize(objects);
}

function serialize(objects: readonly PdfObject[]): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const { number, dictionary, stream } of [...objects].sort((a, b) => a.number - b.number)) {
    offsets.set(number, body.length);
    const length = stream === undefined ? '' : ` /Length ${stream.length}`;
    const data = stream === undefined ? '' : `\nstream\n${stream}\nendstream`;
    body += `${number} 0 obj\n<< ${dictionary}${length} >>${data}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = body.length;
  body += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    body += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  body += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}

const hex = (text: string): string =>
  [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** Collects operators, written from the top left. */
export class PdfCanvas {
  readonly operators: string[] = [];

  constructor(
    readonly width = 595,
    readonly height = 842,
  ) {}

  /** `y` is the top of the letters. */
  text(x: number, y: number, text: string, size = 10): this {
    return this.raw(`BT /F1 ${size} Tf ${x} ${this.height - y - 0.88 * size} Td <${hex(text)}> Tj ET`);
  }

  line(x0: number, y0: number, x1: number, y1: number, width = 0.5): this {
    return this.raw(`${width} w ${x0} ${this.height - y0} m ${x1} ${this.height - y1} l S`);
  }

  /** A filled rectangle; `color` is red, green, blue from 0 to 1. */
  fill(x0: number, y0: number, x1: number, y1: number, color = '0 0 0'): this {
    return this.raw(`${color} rg ${x0} ${this.height - y1} ${x1 - x0} ${y1 - y0} re f 0 0 0 rg`);
  }

  raw(operator: string): this {
    this.operators.push(operator);
    return this;
  }

  page(turns = 0, resources = ''): PdfPage {
    return { width: this.width, height: this.height, content: this.operators.join('\n'), turns, resources };
  }
}

/** A cell to draw; slots from 0. */
export interface DrawnCell {
  row: number;
  column: number;
  rowSpan?: number;
  colSpan?: number;
  text?: string;
}

export interface DrawnTable {
  /** Positions of the lines of the grid. */
  xs: readonly number[];
  ys: readonly number[];
  cells: readonly DrawnCell[];
}

/** The corners of a cell. */
export function cellBox({ xs, ys }: DrawnTable, cell: DrawnCell): [number, number, number, number] {
  return [
    xs[cell.column] ?? 0,
    ys[cell.row] ?? 0,
    xs[cell.column + (cell.colSpan ?? 1)] ?? 0,
    ys[cell.row + (cell.rowSpan ?? 1)] ?? 0,
  ];
}

/** Draws every cell's border with `side` (one call for each of its four sides) and its text. */
export function drawTable(
  canvas: PdfCanvas,
  table: DrawnTable,
  side: (x0: number, y0: number, x1: number, y1: number) => void = (...ends) => canvas.line(...ends),
): PdfCanvas {
  for (const cell of table.cells) {
    const [left, top, right, bottom] = cellBox(table, cell);
    side(left, top, right, top);
    side(left, bottom, right, bottom);
    side(left, top, left, bottom);
    side(right, top, right, bottom);
    if (cell.text) canvas.text(left + 3, top + 3, cell.text, 10);
  }
  return canvas;
}

/** A page with one table; `leaveOut` says which horizontal lines (height, column they begin at) are not drawn. */
export function tablePage(table: DrawnTable, leaveOut?: (y: number, column: number) => boolean): PdfCanvas {
  const canvas = new PdfCanvas();
  return drawTable(canvas, table, (x0, y0, x1, y1) => {
    const isOut = y0 === y1 && (leaveOut?.(y0, table.xs.indexOf(x0)) ?? false);
    if (!isOut) canvas.line(x0, y0, x1, y1);
  });
}

/** A table of unmerged cells from rows of texts, columns as wide as given, rows 20 points high. */
export function plainTable(
  left: number,
  top: number,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): DrawnTable {
  const xs = [left];
  for (const width of widths) xs.push((xs.at(-1) ?? 0) + width);
  const ys = [top, ...rows.map((_, row) => top + 20 * (row + 1))];
  return {
    xs,
    ys,
    cells: rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text }))),
  };
}
