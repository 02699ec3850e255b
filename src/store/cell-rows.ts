import type { ReadDocument } from '../model/document.js';
import { rowId } from './row-id.js';
import type { Row } from './rows.js';

/**
 * A row for every non-blank cell of a recognized form, with what became of it.
 * @throws Error when a claim points at no cell or no form: a fault of the recognizer, never of a file
 */
export const cellRows = (number: number, document: ReadDocument): Row[] =>
  document.claims.map((claim, ordinal) => {
    const grid = document.blocks[claim.block];
    const form = document.forms[claim.form];
    const cell = grid?.kind === 'grid' ? grid.cells[claim.cell] : undefined;
    if (grid?.kind !== 'grid' || !cell || !form) {
      throw new Error(
        `${document.path}：单元格归属指向不存在的位置（表 ${claim.form}，块 ${claim.block}，格 ${claim.cell}）`,
      );
    }
    return {
      disclosure: rowId(number, form.disclosure + 1),
      ordinal,
      table_no: grid.table,
      row_no: cell.row,
      column_no: cell.column,
      row_span: cell.rowSpan,
      col_span: cell.colSpan,
      text: cell.text,
      status: claim.status,
      field: claim.field ?? null,
      reason: claim.reason ?? null,
      place: cell.place,
    };
  });
