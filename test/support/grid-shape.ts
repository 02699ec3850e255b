import { type Block, type Grid, isGrid } from '../../src/model/grid.js';

/** `place 2x3 text` per cell, the span only where there is one. */
export const gridShape = (grid: Grid): string[] =>
  grid.cells.map(
    (c) => `${c.place}${c.rowSpan * c.colSpan > 1 ? ` ${c.rowSpan}x${c.colSpan}` : ''} ${c.text}`,
  );

/** The texts of paragraphs, and `[rows x columns]` for grids. */
export const blockTexts = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (isGrid(block) ? `[${block.rows}x${block.columns}]` : block.text));

export function onlyGrid(blocks: readonly Block[]): Grid {
  const [grid, ...others] = blocks.filter(isGrid);
  if (!grid || others.length > 0) throw new Error(`expected one grid, got ${others.length + (grid ? 1 : 0)}`);
  return grid;
}
