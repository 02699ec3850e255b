import { columnLetters } from '../../model/place.js';
import { clipText } from '../clip-text.js';
import { printable } from '../text-width.js';
import { Utf8Text } from '../utf8-text.js';
import type { Sheet, SheetColumn, SheetValue } from './sheet.js';
import type { CellStyles } from './sheet-frame.js';

/** Most rows of a worksheet, its header included (ECMA-376, Excel). */
const MOST_ROWS = 1_048_576;
/** Most links of a worksheet before Excel drops some. */
export const MOST_LINKS = 65_000;
/** A cell holds 32,767 characters. */
const CELL_TEXT = 32_000;
/** In points. */
const LINE_HEIGHT = 15;
/** Share of a column's width that a line of text fills before it wraps. */
const FILLED = 0.85;
/** A row is not made higher than this; the whole text is in the cell. */
const MOST_LINES = 12;

/** Bytes of XML that are passed on together. */
const PIECE = 256 * 1024;
/** Values of a column whose cells are remembered: most columns say few things, over and over. */
const REMEMBERED = 500;
/** Longer texts are seldom the same. */
const SHORT = 64;

/** What is known of a sheet's items when all have been written. */
export interface WrittenItems {
  count: number;
  /** Elements `hyperlink` (ECMA-376 part 1, 18.3.1.47), in the order of the rows. */
  links: string[];
}

/**
 * The items of a sheet as elements `row` (18.3.1.73), some at a time; texts are inline, so that no table of them has to be kept.
 * @throws Error when the items are more than a worksheet holds
 */
export async function* sheetRows<T>(
  { name, columns, blocks }: Sheet<T>,
  styles: readonly CellStyles[],
  written: WrittenItems,
): AsyncGenerator<Uint8Array> {
  const writers = columns.map((column, c) => cellWriter(column, columnLetters(c + 1), styles[c]));
  const xml = new Utf8Text(2 * PIECE);
  const cells = new Utf8Text();
  const place = new Utf8Text();
  for await (const block of blocks) {
    for (const item of block) {
      addRow(item);
      if (xml.length >= PIECE) yield xml.take();
    }
  }
  yield xml.take();

  function addRow(item: T): void {
    written.count += 1;
    if (written.count >= MOST_ROWS) {
      throw new Error(`工作表“${name}”超过 ${MOST_ROWS - 1} 行的上限；请用 --region 等缩小范围`);
    }
    const row = written.count + 1;
    const hasRoom = written.count <= MOST_LINKS;
    place.length = 0;
    place.add(`${row}"`);
    cells.length = 0;
    let lines = 1;
    for (const writer of writers) {
      const cell = writer.cell(item, hasRoom);
      if (cell.lines > lines) lines = cell.lines;
      cells.addBytes(writer.begin);
      cells.addBytes(place.bytes, 0, place.length);
      cells.addBytes(cell.rest);
      if (hasRoom && cell.isFilled && writer.column.link) {
        const { sheet, row: target } = writer.column.link(item);
        const location = escapeXml(`'${sheet}'!A${target}`)
          .replaceAll("'", '&apos;')
          .replaceAll('"', '&quot;');
        written.links.push(`<hyperlink ref="${writer.letters}${row}" location="${location}"/>`);
      }
    }
    const height = Math.min(MOST_LINES, lines) * LINE_HEIGHT;
    xml.add(`<row r="${row}" ht="${height}" customHeight="1">`);
    xml.addBytes(cells.bytes, 0, cells.length);
    xml.add('</row>');
  }
}

interface Cell {
  /** Of its element, all behind the attribute that says where it stands; as UTF-8. */
  rest: Uint8Array;
  /** Lines the text takes in its column. */
  lines: number;
  isFilled: boolean;
}

function cellWriter<T>(column: SheetColumn<T>, letters: string, styles: CellStyles | undefined) {
  if (!styles) throw new Error(`第 ${letters} 列没有样式`);
  const plain = ` s="${styles.plain}"`;
  const asLink = ` s="${styles.link}"`;
  const { link, formula, width } = column;
  const blank: Cell = { rest: Buffer.from(`${plain}/>`), lines: 1, isFilled: false };
  const cellOf = (value: string | number, style: string, shownBy: string | null): Cell => {
    const rest = Buffer.from(restOf(value, style, shownBy));
    return { rest, lines: linesOf(value, width), isFilled: true };
  };
  const restOf = (value: string | number, style: string, shownBy: string | null): string => {
    if (shownBy !== null) {
      const kind = typeof value === 'string' ? ' t="str"' : '';
      return `${asLink}${kind}><f>${escapeXml(shownBy)}</f><v>${escapeXml(String(value))}</v></c>`;
    }
    if (typeof value === 'number') return `${style}><v>${value}</v></c>`;
    const text = `<is><t${spaceOf(value)}>${escapeXml(value)}</t></is>`;
    return `${style} t="inlineStr">${text}</c>`;
  };
  const remembered = new Map<SheetValue, Cell>();
  /** Cells that lead nowhere: the same for every item with this value. */
  const plainCell = (said: SheetValue): Cell => {
    const known = remembered.get(said);
    if (known) return known;
    const value = shown(said);
    const cell = value === null ? blank : cellOf(value, plain, null);
    if (typeof said === 'string' && said.length > SHORT) return cell;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(said, cell);
    return cell;
  };
  return {
    column,
    letters,
    begin: Buffer.from(`<c r="${letters}`),
    cell(item: T, hasRoom: boolean): Cell {
      const said = column.value(item);
      if (said === null) return blank;
      if (!link && !formula) return plainCell(said);
      const value = shown(said);
      return value === null
        ? blank
        : cellOf(value, link && hasRoom ? asLink : plain, formula?.(item) ?? null);
    },
  };
}

/** As a cell holds it; a figure that is none is blank. */
function shown(value: SheetValue): SheetValue {
  if (typeof value === 'string') return clipText(printable(value), CELL_TEXT);
  return value === null || Number.isFinite(value) ? value : null;
}

/** XML drops blanks at the ends of a text unless it is told not to. */
const spaceOf = (text: string): string => (/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '');

/** A text that looks like a character by its number is one to who reads it, unless its first sign is written so (ECMA-376, ST_Xstring). */
const LIKE_NUMBERED = /_(?=x[\dA-Fa-f]{4}_)/g;
const ESCAPED = /[&<>\uFFFE\uFFFF]|_x[\dA-Fa-f]{4}_/;
const escapeXml = (text: string): string =>
  ESCAPED.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\uFFFE\uFFFF]/g, '')
        .replace(LIKE_NUMBERED, '_x005F_')
    : text;

/** Lines of a wrapped text: not every program works out the height of a row by itself. */
function linesOf(value: string | number, columnWidth: number): number {
  const width = Math.max(1, columnWidth * FILLED);
  const text = String(value);
  if (!text.includes('\n')) return Math.max(1, Math.ceil(roughWidth(text) / width));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(roughWidth(line) / width)), 0);
}

/** In characters of a spreadsheet's font, where quotation marks and signs such as ≥ are as wide as Chinese characters. */
function roughWidth(text: string): number {
  let width = text.length;
  for (let n = 0; n < text.length; n++) if (text.charCodeAt(n) >= 0x2010) width += 1;
  return width;
}
