import { appendTable } from './append-table.js';
import { alignColumns, type ColumnMatch } from './column-match.js';
import { startsNewForm } from './new-form.js';
import type { LineBlock, PageBlock, PageBlocks, TableBlock } from './page-blocks.js';
import { repeatedHeaderRows } from './repeated-header.js';
import type { TableDraft } from './table-draft.js';

/** A table that goes on fills its page: what is left at the foot is less than this many of its next rows would need. */
const ROOM_FACTOR = 1.5;
const CONTINUED = /续表|[（(]续[)）]/;

/**
 * Joins tables that go on over pages, in place: the first part takes in the others, whose blocks are removed; captions
 * printed again above them become furniture.
 */
export function joinTables(pages: readonly PageBlocks[]): void {
  let open: OpenTable | undefined;
  for (const page of pages) {
    const body = page.blocks.filter((block) => block.kind === 'table' || !block.furniture);
    const at = body.findIndex((block) => block.kind === 'table');
    const next = body[at];
    if (open && next?.kind === 'table' && open.page === page.page - 1) {
      const captions = body.slice(0, at) as LineBlock[];
      const join = continuation(open, next, captions, footOf(pages, page));
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
  captions: string[];
  /** Page and lower edge of its last part. */
  page: number;
  bottom: number;
}

/** The table that ends a page with nothing but furniture behind it. */
function lastTable(page: PageBlocks, body: readonly PageBlock[]): OpenTable | undefined {
  const last = body.at(-1);
  if (last?.kind !== 'table') return undefined;
  const captions: string[] = [];
  for (let i = body.length - 2; i >= 0; i--) {
    const block = body[i];
    if (block?.kind !== 'line') break;
    captions.unshift(plain(block.line.text));
  }
  return { table: last.table, captions, page: page.page, bottom: last.box.bottom };
}

/** How far down the text of pages of this size goes. */
function footOf(pages: readonly PageBlocks[], { width, height }: PageBlocks): number {
  let foot = 0;
  for (const page of pages) {
    if (Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1) continue;
    for (const block of page.blocks) {
      if (block.kind === 'table' || !block.furniture) foot = Math.max(foot, block.box.bottom);
    }
  }
  return foot;
}

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
  const unknown = captions
    .map((caption) => plain(caption.line.text))
    .filter((text) => !open.captions.includes(text) && !CONTINUED.test(text));
  if (unknown.length > 0 || (captions.length > 0 && header === 0)) return null;
  if (startsNewForm(open.table, next.table, columns, header)) return null;
  if (header === 0 && foot - open.bottom > ROOM_FACTOR * firstRowHeight(next.table) + 12) return null;
  return { columns, header };
}

function firstRowHeight(table: TableDraft): number {
  const heights = table.cells
    .filter((cell) => cell.row === 0)
    .map((cell) => {
      const box = cell.boxes[0]?.box;
      return box ? (box[3] - box[1]) / (cell.rowEnd - cell.row) : 0;
    });
  return Math.min(...heights);
}

const plain = (text: string): string => text.replaceAll(/\s/g, '');
