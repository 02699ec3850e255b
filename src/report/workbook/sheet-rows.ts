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

/** What is known of a sheet's items when all have been written. */
export interface WrittenItems {
  count: number;
  /** Elements `hyperlink` (ECMA-376 part 1, 18.3.1.47), in the order of the rows. */
  links: string[];
}

/**
 * The items of a sheet as elements `row` (18.3.1.73), one at a time; texts are inline, so that no table of them has to be kept.
 * @throws Error when the items are more than a worksheet holds
 */
export async function* sheetRows<T>(
  { name, columns, items }: Sheet<T>,
  styles: readonly CellStyles[],
  written: WrittenItems,
): AsyncGenerator<string> {
  const writers = columns.map((column, c) => cellWriter(column, columnLetters(c + 1), styles[c]));
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
      const value = shown(writer.column.value(item));
      if (value !== null) lines = Math.max(lines, linesOf(value, writer.column.width));
      cells += writer.cell(row, value, item);
      if (hasRoom && value !== null && writer.column.link) {
        const { sheet, row: target } = writer.column.link(item);
        const location = escapeXml(`'${sheet}'!A${target}`)
          .replaceAll("'", '&apos;')
          .replaceAll('"', '&quot;');
        written.links.push(`<hyperlink ref="${writer.letters}${row}" location="${location}"/>`);
      }
    }
    const height = Math.min(MOST_LINES, lines) * LINE_HEIGHT;
    yield `<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`;
  }
}

function cellWriter<T>(column: SheetColumn<T>, letters: string, styles: CellStyles | undefined) {
  if (!styles) throw new Error(`第 ${letters} 列没有样式`);
  const plain = ` s="${styles.plain}"`;
  const asLink = ` s="${styles.link}"`;
  const { link, formula } = column;
  return {
    column,
    letters,
    cell(row: number, value: SheetValue, item: T): string {
      const place = `<c r="${letters}${row}"`;
      if (value === null) return `${place}${plain}/>`;
      const shownBy = formula?.(item) ?? null;
      if (shownBy !== null) {
        const kind = typeof value === 'string' ? ' t="str"' : '';
        return `${place}${asLink}${kind}><f>${escapeXml(shownBy)}</f><v>${escapeXml(String(value))}</v></c>`;
      }
      const style = link && row - 1 <= MOST_LINKS ? asLink : plain;
      if (typeof value === 'number') return `${place}${style}><v>${value}</v></c>`;
      return `${place}${style} t="inlineStr"><is><t${spaceOf(value)}>${escapeXml(value)}</t></is></c>`;
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
