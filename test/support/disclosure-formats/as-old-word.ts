import { type Block, isGrid } from '../../../src/model/grid.js';
import { type BinaryParagraph, rowEnd, wordBinary } from '../word-binary.js';
import { type PrintedCell, printedRows } from './printed-rows.js';

/** Flags of a cell's descriptor ([MS-DOC] TCGRF): merged with the cell above, first of the merged cells. */
const MERGED = 0x20;
const FIRST_MERGED = 0x60;
const IN_TABLE: [number, number] = [0x2416, 1];
const COLUMN_TWIPS = 1_000;

/** The blocks as a .doc of Word 97–2003. */
export const asOldWord = (blocks: readonly Block[]): Uint8Array =>
  wordBinary(
    blocks.flatMap((block) =>
      isGrid(block)
        ? [...printedRows(block).flatMap(binaryRow), { text: '\r' }]
        : [{ text: `${block.text}\r` }],
    ),
  );

function binaryRow(row: readonly PrintedCell[]): BinaryParagraph[] {
  const cells = row.flatMap(({ cell, continues }) => {
    const lines = (continues ? '' : cell.text).split('\n');
    return lines.map((line, i) => ({
      text: line + (i === lines.length - 1 ? '\x07' : '\r'),
      sprms: [IN_TABLE],
    }));
  });
  const edges = row.map(({ cell, continues }): [number, number] => [
    COLUMN_TWIPS * (cell.column - 1 + cell.colSpan),
    cell.rowSpan === 1 ? 0 : continues ? MERGED : FIRST_MERGED,
  ]);
  return [...cells, { text: '\x07', sprms: rowEnd(edges) }];
}
