import { columnLetters } from '../../model/place.js';
import { clipText } from '../clip-text.js';
import { printable } from '../text-width.js';
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

/** Characters of XML that are passed on together. */
const PIECE = 64 * 1024;
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
  { name, columns, items }: Sheet<T>,
  styles: readonly CellStyles[],
  written: WrittenItems,
): AsyncGenerator<string> {
  const writers = columns.map((column, c) => cellWriter(column, columnLetters(c + 1), styles[c]));
  let piece = '';
  for await (const item of items) {
    written.count += 1;
    if (written.count >= MOST_ROWS) {
      throw new Error(`工作表“${name}”超过 ${MOST_ROWS - 1} 行的上限；请用 --region 等缩小范围`);
    }
    const row = written.count + 1;
    const hasRoom = written.count <= MOST_LINKS;
    let cells = '';
    let lines = 1;
    for (const writer of writers) {
      const cell = writer.cell(item, hasRoom);
      if (cell.lines > lines) lines = cell.lines;
      cells += `<c r="${writer.letters}${row}"${cell.rest}`;
      if (hasRoom && cell.isFilled && writer.column.link) {
        const { sheet, row: target } = writer.column.link(item);
        const location = escapeXml(`'${sheet}'!A${target}`)
          .replaceAll("'", '&apos;')
          .replaceAll('"', '&quot;');
        written.links.push(`<hyperlink ref="${writer.letters}${row}" location="${location}"/>`);
      }
    }
    const height = Math.min(MOST_LINES, lines) * LINE_HEIGHT;
    piece += `<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

interface Cell {
  /** Of its element, all behind the attribute that says where it stands. */
  rest: string;
  /** Lines the text takes in its column. */
  lines: number;
  isFilled: boolean;
}

function cellWriter<T>(column: SheetColumn<T>, letters: string, styles: CellStyles | undefined) {
  if (!styles) throw new Error(`第 ${letters} 列没有样式`);
  const plain = ` s="${styles.plain}"`;
  const asLink = ` s="${styles.link}"`;
  const { link, formula, width } = column;
  const blank: Cell = { rest: `${plain}/>`, lines: 1, isFilled: false };
  const cellOf = (value: string | number, style: string, shownBy: string | null): Cell => {
    const cell = { lines: linesOf(value, width), isFilled: true };
    if (shownBy !== null) {
      const kind = typeof value === 'string' ? ' t="str"' : '';
      const rest = `${asLink}${kind}><f>${escapeXml(shownBy)}</f><v>${escapeXml(String(value))}</v></c>`;
      return { ...cell, rest };
    }
    if (typeof value === 'number') return { ...cell, rest: `${style}><v>${value}</v></c>` };
    const text = `<is><t${spaceOf(value)}>${escapeXml(value)}</t></is>`;
    return { ...cell, rest: `${style} t="inlineStr">${text}</c>` };
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

const ESCAPED = /[&<>\uFFFE\uFFFF]/;
const escapeXml = (text: string): string =>
  ESCAPED.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\uFFFE\uFFFF]/g, '')
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
