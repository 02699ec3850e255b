import { type Block, type Cell, type Grid, isGrid } from '../../../src/model/grid.js';
import { paragraphPlace } from '../../../src/model/place.js';
import { renumbered } from './renumbered.js';

/** The blocks of a document that stands inside another, by the name that one has for it; none where it could not be read. */
export type InnerBlocks = (name: string) => readonly Block[];

/** A block of an inner document as the last table or paragraph of the document around it. */
export function asOwnBlock(block: Block, number: number): Block {
  if (isGrid(block)) return renumbered(block, number);
  const { page: _, ...paragraph } = block;
  return { ...paragraph, place: paragraphPlace(number) };
}

/**
 * Adds blocks of an inner document to a cell it stands in: its text goes on there, its tables stand in it.
 * @param nested the tables of the cell so far
 */
export function addToCell(
  cell: Pick<Cell, 'text' | 'recognized' | 'place'>,
  nested: Grid[],
  blocks: readonly Block[],
): void {
  for (const block of blocks) {
    const lines = cell.text === '' ? 0 : cell.text.split('\n').length;
    if (isGrid(block)) {
      nested.push({ ...renumbered(block, nested.length + 1, cell.place), linesBefore: lines });
      continue;
    }
    cell.text += lines === 0 ? block.text : `\n${block.text}`;
    if (block.recognized !== undefined) cell.recognized = Math.min(block.recognized, cell.recognized ?? 1);
  }
}
