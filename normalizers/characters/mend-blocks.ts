import { type Block, type Cell, type Grid, isGrid } from '../../src/model/grid.js';
import { mendCharacters } from './mend-characters.js';

/**
 * Mends the characters of everything an extractor returned, before names are masked and forms are recognized. Positions
 * never change; what needs no mending is returned as it is.
 */
export const mendBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (isGrid(block) ? mendGrid(block) : withText(block, mendCharacters(block.text))));

const withText = <T extends { text: string }>(holder: T, text: string): T =>
  text === holder.text ? holder : { ...holder, text };

function mendGrid(grid: Grid): Grid {
  const cells = grid.cells.map(mendCell);
  return cells.every((cell, index) => cell === grid.cells[index]) ? grid : { ...grid, cells };
}

function mendCell(cell: Cell): Cell {
  const mended = withText(cell, mendCharacters(cell.text));
  const nested = cell.nested?.map(mendGrid);
  return nested?.some((grid, index) => grid !== cell.nested?.[index]) ? { ...mended, nested } : mended;
}
