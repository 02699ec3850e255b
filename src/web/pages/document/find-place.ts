import { type Block, type Grid, isGrid } from '../../../model/grid.js';

/** Where a cell or paragraph stands: indexes as in `Evidence`. */
export interface BlockCell {
  block: number;
  cell: number | null;
}

/** What stands at a place (`p31 t2 r5 c3`, `Sheet1!C7`, `¶12`); inside a nested table: the cell it is in. Null where nothing does. */
export function findPlace(blocks: readonly Block[], place: string): BlockCell | null {
  const wanted = place.split(' / ')[0] ?? '';
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
