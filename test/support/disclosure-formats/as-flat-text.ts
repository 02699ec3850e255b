import { type Block, isGrid } from '../../../src/model/grid.js';
import { printedRows } from './printed-rows.js';

/**
 * The blocks as the flattened text of old Word readers: a line with TAB in front opens a cell, an empty line ends the row. A
 * cell that reaches in from above is blank, one over several columns stands once.
 */
export const asCellPerLine = (blocks: readonly Block[]): Uint8Array =>
  Buffer.from(
    flatten(
      blocks,
      (texts) => `${texts.map((text) => `\t${text}`).join('\n')}\n\n`,
      (text) => `${text}\n\n`,
    ),
  );

/** The same with one row a line and TAB between cells; breaks inside cells are lost. */
export const asRowPerLine = (blocks: readonly Block[]): Uint8Array =>
  Buffer.from(
    flatten(
      blocks,
      (texts) => `${texts.map((text) => text.replaceAll('\n', '')).join('\t')}\n`,
      (text) => `\n${text}\n\n`,
    ),
  );

const flatten = (
  blocks: readonly Block[],
  row: (texts: string[]) => string,
  paragraph: (text: string) => string,
): string =>
  blocks
    .map((block) =>
      isGrid(block)
        ? `${printedRows(block)
            .map((cells) => row(cells.map(({ cell, continues }) => (continues ? '' : cell.text))))
            .join('')}\n`
        : paragraph(block.text),
    )
    .join('');
