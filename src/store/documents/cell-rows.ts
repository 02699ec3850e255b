import type { ReadDocument } from '../../model/document.js';
import type { Cell, Grid } from '../../model/grid.js';
import { slotOf } from '../../model/place.js';
import { rowId } from '../../model/row-id.js';
import type { SqlRow } from '../ground/rows.js';

/**
 * A row for every non-blank cell of a recognized form, with what became of it.
 * @throws Error when a claim points at no cell or no form: a fault of the recognizer, never of a file
 */
export const cellRows = (number: number, document: ReadDocument): SqlRow[] =>
  document.claims.map((claim, ordinal) => {
    const form = document.forms[claim.form];
    const { grid, cell } = cellAt(document, claim);
    if (!form) throw new Error(`${document.path}：单元格归属指向不存在的表 ${claim.form}`);
    return {
      disclosure: rowId(number, form.disclosure + 1),
      ordinal,
      ...columnsOf(grid, cell),
      status: claim.status,
      field: claim.field ?? null,
      reason: claim.reason ?? null,
      place: cell.place,
    };
  });

/**
 * A row for every non-blank cell of a grid that looks like a form and is none that was recognized.
 * @throws Error when a part points at no cell
 */
export const unreadCellRows = (number: number, document: ReadDocument): SqlRow[] =>
  document.unread
    .flatMap(({ block, cells }) => cells.map((cell) => cellAt(document, { block, cell })))
    .map(({ grid, cell }, ordinal) => ({
      document: number,
      ordinal,
      ...columnsOf(grid, cell),
      place: cell.place,
    }));

/** Table, row and column as the place counts them: on the page where a table goes on over pages, as in the sheet in a workbook. */
function columnsOf(grid: Grid, cell: Cell): SqlRow {
  const slot = slotOf(cell.place);
  return {
    table_no: slot?.table ?? grid.table,
    row_no: slot?.row ?? cell.row,
    column_no: slot?.column ?? cell.column,
    row_span: cell.rowSpan,
    col_span: cell.colSpan,
    text: cell.text,
    confidence: cell.recognized ?? null,
    reading: cell.reading ?? null,
  };
}

function cellAt(
  { path, blocks }: ReadDocument,
  { block, cell: index }: { block: number; cell: number },
): { grid: Grid; cell: Cell } {
  const grid = blocks[block];
  const cell = grid?.kind === 'grid' ? grid.cells[index] : undefined;
  if (grid?.kind !== 'grid' || !cell) {
    throw new Error(`${path}：单元格归属指向不存在的位置（块 ${block}，格 ${index}）`);
  }
  return { grid, cell };
}
