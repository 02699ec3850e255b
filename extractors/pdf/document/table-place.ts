import { type Place, tablePlace } from '../../../src/model/place.js';
import type { DraftCell, TableDraft } from '../layout/table-draft.js';

/**
 * Place of a cell, also of a joined table: row and column count through the whole table; page and table number are those of
 * the page the cell stands on first, where a table that goes on from the page before is the first of its page. So
 * `p32 t1 r18 c3` is unique and can be found by looking at page 32.
 */
export function cellPlace(table: TableDraft, cell: DraftCell): Place {
  const page = cell.boxes[0]?.page;
  const part = table.parts.find((candidate) => candidate.page === page) ?? table.parts[0];
  return tablePlace(part?.table ?? 1, cell.row + 1, cell.column + 1, part?.page);
}
