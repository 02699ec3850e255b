import { type Block, isGrid } from '../../src/model/grid.js';
import { withLostMerges } from './lost-merges.js';
import { splitBeside } from './split-beside.js';
import { unfoldTables } from './unfold-tables.js';

/**
 * Blocks as extracted → blocks in which each form is a grid of its own: tables inside cells are brought out of them, forms
 * beside each other are taken apart, lost merges are marked. Cells keep their places. Everything behind this works on these
 * blocks, the stored ones included.
 */
export const arrangeBlocks = (blocks: readonly Block[]): Block[] =>
  blocks
    .flatMap((block) => (isGrid(block) ? unfoldTables(block) : [block]))
    .flatMap((block) => (isGrid(block) ? splitBeside(block) : [block]))
    .map((block) => (isGrid(block) ? withLostMerges(block) : block));
