import { type Block, type Grid, isGrid } from '../../../model/grid.js';

/** Where a cell or paragraph stands: indexes as in `Evidence`. */
export interface BlockCell {
  block: number;
  cell: number | null;
}

/**
 * What stands at a place (`p31 t2 r5 c3`, `Sheet1!C7`, `¶12`); inside a table that was left in its cell: the cell. Null where
 * nothing does.
 */
export function findPlace(blocks: readonly Block[], place: string): BlockCell | null {
  const within = place.lastIndexOf(' / ');
  return placeIn(blocks, place) ?? (within < 0 ? null : findPlace(blocks, place.slice(0, within)));
}

function placeIn(blocks: readonly Block[], wanted: string): BlockCell | null {
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block)) {
      if (block.place === wanted) return { block: index, cell: null };
      continue;
    }
    const cell = cellAt(block, wanted);
    if (cell >= 0) return { block: index, cell };
  }
  return null;
}

const cellAt = (grid: Grid, place: string): number => grid.cells.findIndex((cell) => cell.place === place);
