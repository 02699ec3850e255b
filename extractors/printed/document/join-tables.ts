import type { LineBlock, PageBlock, PageBlocks, TableBlock } from '../layout/page-blocks.js';
import type { TableDraft } from '../layout/table-draft.js';
import { appendTable } from './append-table.js';
import { alignColumns, type ColumnMatch } from './column-match.js';
import { misread, type PlainText, plainText } from './misread.js';
import { startsNewForm } from './new-form.js';
import { repeatedHeaderRows } from './repeated-header.js';

/** A table that goes on fills its page: what is left at the foot is less than this many of its next rows would need. */
const ROOM_FACTOR = 2;
/** Height of a line of small print (points). */
const LINE = 12;
/** Share of column lines both parts have: as a rule, and where the table fills its page and goes on without a title. */
const SHARED = 0.5;
const LEAST_SHARED = 0.2;
/** Text goes down at least to this share of a page's height. */
const USUAL_FOOT = 0.8;
/** Of the characters of a caption read twice from pictures so many may differ. */
const MISREAD = 0.15;
const CONTINUED = /续表|[（(]续[)）]/;
/** A cell with nothing but a figure is of a data row. */
const FIGURE = /^[≥≤><=＝＞＜]?-?[\d,.]+[%％]?$/;

/**
 * Joins tables that go on over pages, in place: the first part takes in the others, whose blocks are removed; captions
 * printed again above them become furniture.
 */
export function joinTables(pages: readonly PageBlocks[]): void {
  const feet = feetOf(pages);
  let open: OpenTable | undefined;
  for (const page of pages) {
    const body = page.blocks.filter((block) => block.kind === 'table' || !block.furniture);
    const at = body.findIndex((block) => block.kind === 'table');
    const next = body[at];
    if (open && next?.kind === 'table' && open.page === page.page - 1) {
      const captions = body.slice(0, at) as LineBlock[];
      const join = continuation(open, next, captions, feet.get(sizeOf(page)) ?? 0);
      if (join) {
        appendTable(open.table, next.table, join.columns, join.header);
        page.blocks.splice(page.blocks.indexOf(next), 1);
        for (const caption of captions) caption.furniture = true;
        body.splice(0, at + 1);
        if (body.length === 0) {
          open.page = page.page;
          open.bottom = next.box.bottom;
          continue;
        }
      }
    }
    open = lastTable(page, body);
  }
}

interface OpenTable {
  table: TableDraft;
  /** Lines right above its first part. */
  captions: PlainText[];
  /** Page and lower edge of its last part. */
  page: number;
  bottom: number;
}

/** The table that ends a page with nothing but furniture behind it. */
function lastTable(page: PageBlocks, body: readonly PageBlock[]): OpenTable | undefined {
  const last = body.at(-1);
  if (last?.kind !== 'table') return undefined;
  const captions: PlainText[] = [];
  for (let i = body.length - 2; i >= 0; i--) {
    const block = body[i];
    if (block?.kind !== 'line') break;
    captions.unshift(captionOf(block));
  }
  return { table: last.table, captions, page: page.page, bottom: last.box.bottom };
}

/** How far down the text goes, for each size of page. */
function feetOf(pages: readonly PageBlocks[]): Map<string, number> {
  const feet = new Map<string, number>();
  for (const page of pages) {
    const bottoms = page.blocks
      .filter((block) => block.kind === 'table' || !block.furniture)
      .map((block) => block.box.bottom);
    const known = feet.get(sizeOf(page)) ?? USUAL_FOOT * page.height;
    feet.set(sizeOf(page), Math.max(known, ...bottoms));
  }
  return feet;
}

const sizeOf = ({ width, height }: PageBlocks): string => `${Math.round(width)} ${Math.round(height)}`;

interface Continuation {
  columns: ColumnMatch;
  /** Leading rows that repeat the header. */
  header: number;
}

/** Whether `next` goes on where `open` ended; null where it is a table of its own. */
function continuation(
  open: OpenTable,
  next: TableBlock,
  captions: readonly LineBlock[],
  foot: number,
): Continuation | null {
  if (open.table.certainty !== next.table.certainty) return null;
  const columns = alignColumns(open.table, next.table);
  if (!columns) return null;
  const header = repeatedHeaderRows(open.table, next.table, columns);
  if (header === next.table.rows || startsNewForm(open.table, next.table, columns, header)) return null;

  const texts = captions.map(captionOf);
  if (texts.some((text) => !isAmong(text, open.captions) && !CONTINUED.test(text.text))) return null;
  const isSure = isCutOpen(open.table, next.table) || texts.some(({ text }) => CONTINUED.test(text));
  const isTitled = texts.length > 0;
  if (isTitled && header === 0 && !isSure) return null;

  const hasRoom = foot - open.bottom > ROOM_FACTOR * rowHeight(next.table, header) + LINE;
  if (columns.shared < (hasRoom || isTitled ? SHARED : LEAST_SHARED)) return null;
  if (
    hasRoom &&
    (header === 0 || isTitled) &&
    !isSure &&
    (isTitled || !goesOnWithData(next.table, columns))
  ) {
    return null;
  }
  return { columns, header };
}

/** Whether a table begins with data in the columns of the one before: rows kept together left the room above. */
const goesOnWithData = ({ cells }: TableDraft, { alike }: ColumnMatch): boolean =>
  alike && cells.some((cell) => cell.row === 0 && FIGURE.test(cell.text));

/** Whether some cells, not all, have no border at the break: they go on over it. */
function isCutOpen(above: TableDraft, below: TableDraft): boolean {
  const bottom = above.bottom.map((cell) => cell.openBottom);
  const top = below.cells.filter((cell) => cell.row === 0).map((cell) => cell.openTop);
  return [bottom, top].some((edge) => edge.includes(true) && edge.includes(false));
}

/** Height of a row: that of its highest cell of one row. */
function rowHeight(table: TableDraft, row: number): number {
  const heights = table.cells
    .filter((cell) => cell.row === row && cell.rowEnd === row + 1)
    .map(({ boxes: [part] }) => (part ? part.box[3] - part.box[1] : 0));
  return Math.max(0, ...heights);
}

const captionOf = ({ line }: LineBlock): PlainText => plainText(line.text, [line]);

const isAmong = (caption: PlainText, known: readonly PlainText[]): boolean =>
  known.some((other) => misread(caption, other) <= MISREAD * caption.text.length);
