import type { ReadDocument } from '../../model/document.js';
import { type Block, type Cell, isGrid } from '../../model/grid.js';

/**
 * A document whose blocks are packed beside it, as it goes to the writer: of its blocks only the cells that rows are made of,
 * those of forms and those left unread, without their boxes. Every block and cell keeps its number.
 */
export function withCellsOfRows(document: ReadDocument): ReadDocument {
  const wanted = new Set([...document.claims, ...document.unread].map(({ block }) => block));
  return { ...document, blocks: document.blocks.map((block, index) => ofRows(block, wanted.has(index))) };
}

function ofRows(block: Block, isWanted: boolean): Block {
  if (!isGrid(block)) return { kind: 'paragraph', text: '', place: block.place };
  return { ...block, cells: isWanted ? block.cells.map(withoutBoxes) : [] };
}

const withoutBoxes = ({ row, column, rowSpan, colSpan, text, place, recognized, reading }: Cell): Cell => ({
  row,
  column,
  rowSpan,
  colSpan,
  text,
  place,
  ...(recognized === undefined ? {} : { recognized }),
  ...(reading === undefined ? {} : { reading }),
});
