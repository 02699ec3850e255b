import type { Block, Cell, Grid } from '../../src/model/grid.js';
import { paragraphPlace, tablePlace } from '../../src/model/place.js';
import type { PageBlocks } from './page-blocks.js';
import { joinParagraphs } from './paragraphs.js';
import type { DraftCell, TableDraft } from './table-draft.js';

/** Numbers the tables of each page from 1, before parts of one table are joined. */
export function numberTables(pages: readonly PageBlocks[]): void {
  for (const { blocks } of pages) {
    let number = 0;
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      number++;
      for (const part of block.table.parts) part.table = number;
    }
  }
}

/** The blocks of a document as the model has them; a joined table or paragraph stands on the page it begins on. */
export function documentBlocks(pages: readonly PageBlocks[]): Block[] {
  const texts = joinParagraphs(pages);
  const blocks: Block[] = [];
  for (const { page, blocks: pageBlocks } of pages) {
    let paragraph = 0;
    for (const block of pageBlocks) {
      if (block.kind === 'table') {
        blocks.push(toGrid(block.table));
        continue;
      }
      const text = texts.get(block);
      if (text === undefined) continue;
      const place = paragraphPlace(++paragraph, page);
      blocks.push({ kind: 'paragraph', text, place, page, ...(block.furniture ? { furniture: true } : {}) });
    }
  }
  return blocks;
}

/**
 * Places of a joined table: row and column count through the whole table; page and table number are those of the page the
 * cell stands on first, where a table that goes on from the page before is the first of its page. So `p32 t1 r18 c3` is
 * unique and can be found by looking at page 32.
 */
function toGrid(table: TableDraft): Grid {
  const first = table.parts[0] ?? { page: 1, table: 1 };
  const tableOnPage = new Map(table.parts.map((part) => [part.page, part.table]));
  const place = (cell: DraftCell): string => {
    const page = cell.boxes[0]?.page ?? first.page;
    return tablePlace(tableOnPage.get(page) ?? first.table, cell.row + 1, cell.column + 1, page);
  };
  return {
    kind: 'grid',
    table: first.table,
    page: first.page,
    rows: table.rows,
    columns: table.xs.length - 1,
    cells: table.cells.map(
      (cell): Cell => ({
        row: cell.row + 1,
        column: cell.column + 1,
        rowSpan: cell.rowEnd - cell.row,
        colSpan: cell.columnEnd - cell.column,
        text: cell.text,
        place: place(cell),
        boxes: cell.boxes,
        ...(cell.flags.length > 0 ? { flags: cell.flags } : {}),
      }),
    ),
    ...(table.headerRows > 0 ? { headerRows: table.headerRows } : {}),
    certainty: table.certainty,
  };
}
