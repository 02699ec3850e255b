import { type Block, isGrid } from './grid.js';
import { formerPlace, type Place } from './place.js';

/** Where a cell or paragraph stands: indexes as in `Evidence`. */
export interface BlockCell {
  block: number;
  cell: number | null;
}

/**
 * What stands at a place (`p31 t2 r5 c3`, `Sheet1!C7`, `¶12`); at the place of a row (`p31 t2 r5`): its first cell; inside a
 * table that was left in its cell: the cell. A place of before rows were counted on their own page is found where nothing has
 * that place now. Null where nothing does.
 */
export function findPlace(blocks: readonly Block[], place: Place): BlockCell | null {
  const within = place.lastIndexOf(' / ');
  return (
    blockCellWhere(blocks, (own) => own === place) ??
    blockCellWhere(blocks, (own, at) => at !== null && formerPlace(own, at) === place) ??
    blockCellWhere(blocks, (own) => own.startsWith(`${place} c`)) ??
    (within < 0 ? null : findPlace(blocks, place.slice(0, within)))
  );
}

function blockCellWhere(
  blocks: readonly Block[],
  isWanted: (place: Place, slot: { row: number; column: number } | null) => boolean,
): BlockCell | null {
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block)) {
      if (isWanted(block.place, null)) return { block: index, cell: null };
      continue;
    }
    const cell = block.cells.findIndex((each) => isWanted(each.place, each));
    if (cell >= 0) return { block: index, cell };
  }
  return null;
}
