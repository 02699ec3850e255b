import { nestedPlace, type Place, tablePlace } from '../../../src/model/place.js';
import type { DraftCell, TableDraft } from '../layout/table-draft.js';

/** Where a table stands in a cell of another: the place of that cell, and its number in there, from 1. */
export interface OuterPlace {
  cell: Place;
  number: number;
}

/**
 * Place of a cell, also of a joined table: page, table, row and column are those of the page the cell stands on first, counted
 * as they are printed there; a table that goes on from the page before is the first of its page, a header printed again counts.
 * So `p32 t1 r18 c3` is unique and can be counted by hand on page 32. In a table inside of a cell: `p32 t1 r18 c3 / t1 r2 c1`.
 */
export function cellPlace(table: TableDraft, cell: DraftCell, outer?: OuterPlace): Place {
  if (outer) return nestedPlace(outer.cell, tablePlace(outer.number, cell.row + 1, cell.column + 1));
  const page = cell.boxes[0]?.page;
  const part = table.parts.find((candidate) => candidate.page === page) ?? table.parts[0];
  const { row, column } = cell.printed ?? cell;
  return tablePlace(part?.table ?? 1, row + 1, column + 1, part?.page);
}

/** The cells of a table that are wanted, with their places, each followed by those of the tables inside of it. */
export function placedCells(
  table: TableDraft,
  isWanted: (cell: DraftCell) => boolean = () => true,
  outer?: OuterPlace,
): { cell: DraftCell; place: Place }[] {
  return table.cells.flatMap((cell) => {
    const wanted = isWanted(cell);
    if (!wanted && !cell.nested) return [];
    const place = cellPlace(table, cell, outer);
    const inner = (cell.nested ?? []).flatMap((own, i) =>
      placedCells(own.table, isWanted, { cell: place, number: i + 1 }),
    );
    return wanted ? [{ cell, place }, ...inner] : inner;
  });
}
