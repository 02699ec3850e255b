import type { Evidence } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { isGrid } from '../../model/grid.js';
import { clipText } from '../clip-text.js';

const CELL_TEXT = 60;

/** The row a cell stands in as one line, the cell pointed out: `3 ｜ 甲项目 ｜ 【20】`; null for a paragraph. */
export function rowContext(document: ReadDocument, { block, cell }: Evidence): string | null {
  const grid = document.blocks[block];
  if (!grid || !isGrid(grid) || cell === null) return null;
  const pointed = grid.cells[cell];
  if (!pointed) return null;
  return grid.cells
    .filter(({ row, rowSpan }) => row <= pointed.row && pointed.row < row + rowSpan)
    .filter((each) => each === pointed || each.text.trim() !== '')
    .map((each) => {
      const text = clipText(each.text.replace(/\s+/g, ' ').trim(), CELL_TEXT);
      return each === pointed ? `【${text}】` : text;
    })
    .join(' ｜ ');
}
