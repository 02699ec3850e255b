import type { BlockCell } from '../../../model/find-place.js';
import { type Block, isGrid } from '../../../model/grid.js';
import type { Range } from '../../../report/evidence/shown-ranges.js';

/** A block, or some rows of it, shown on one page. */
export interface BlockPart {
  block: number;
  /** Null: a paragraph. */
  rows: Range | null;
}

/** What one page shows at most; a page of so many cells has less than half a megabyte. */
const MOST_ROWS = 160;
const MOST_SLOTS = 1600;

/** The blocks of a document in pages of bounded size; a large grid goes on over several. */
export function tableParts(blocks: readonly Block[]): BlockPart[][] {
  const pages: BlockPart[][] = [[]];
  let rows = 0;
  let slots = 0;
  const turn = (): void => {
    pages.push([]);
    rows = 0;
    slots = 0;
  };
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block)) {
      if (rows >= MOST_ROWS) turn();
      pages.at(-1)?.push({ block: index, rows: null });
      rows++;
      continue;
    }
    for (let from = 1; from <= block.rows; ) {
      const fitting = Math.min(MOST_ROWS - rows, Math.floor((MOST_SLOTS - slots) / block.columns));
      if (fitting < Math.min(3, block.rows) && rows > 0) {
        turn();
        continue;
      }
      const to = Math.min(block.rows, from + Math.max(1, fitting) - 1);
      pages.at(-1)?.push({ block: index, rows: { from, to } });
      rows += to - from + 1;
      slots += (to - from + 1) * block.columns;
      from = to + 1;
    }
  }
  return pages;
}

/** The page (from 1) a cell or paragraph is shown on; 1 where it is on none. */
export function pageOfPart(
  pages: readonly (readonly BlockPart[])[],
  blocks: readonly Block[],
  { block, cell }: BlockCell,
): number {
  const shown = blocks[block];
  const row = shown && isGrid(shown) && cell !== null ? shown.cells[cell]?.row : undefined;
  const found = pages.findIndex((parts) =>
    parts.some(
      (part) =>
        part.block === block &&
        (part.rows === null || row === undefined || (part.rows.from <= row && row <= part.rows.to)),
    ),
  );
  return Math.max(0, found) + 1;
}
