import { type Block, isGrid } from '../../../src/model/grid.js';
import { docx, p, tbl, tc, tr } from '../docx-builder.js';
import { escapeMarkup } from './escape-markup.js';
import { type PrintedCell, printedRows } from './printed-rows.js';

/** The blocks as a .docx: a paragraph per line of a cell, vMerge and gridSpan for merged cells. */
export const asWord = (blocks: readonly Block[]): Uint8Array =>
  docx(
    blocks
      .map((block) =>
        isGrid(block)
          ? tbl(
              printedRows(block).map((row) => tr(row.map(wordCell))),
              new Array<number>(block.columns).fill(1000),
            ) + p()
          : p(escapeMarkup(block.text)),
      )
      .join(''),
  );

function wordCell({ cell, continues }: PrintedCell): string {
  const merge = cell.rowSpan > 1 ? `<w:vMerge${continues ? '' : ' w:val="restart"'}/>` : '';
  const lines = continues ? [''] : cell.text.split('\n');
  return tc(
    lines.map((line) => p(escapeMarkup(line))).join(''),
    `<w:gridSpan w:val="${cell.colSpan}"/>${merge}`,
  );
}
