import type { ReadDocument } from '../model/document.js';
import { isGrid } from '../model/grid.js';
import type { Statement } from '../model/statement.js';
import { drawEvidence } from './draw-evidence.js';
import { drawGrid } from './draw-grid.js';

/** Rows drawn of one statement; a pack prints some of several hundred. */
const MOST_ROWS = 40;

/** Draws the tables a statement was read from, its title pointed out and so many rows at most; what is left out is said. */
export function drawStatement(
  document: ReadDocument,
  { blocks, evidence }: Statement,
  width: number,
): string {
  const parts = blocks.includes(evidence.block) ? [] : [drawEvidence(document, [evidence], width)];
  let room = MOST_ROWS;
  let left = 0;
  for (const index of blocks) {
    const grid = document.blocks[index];
    if (!grid || !isGrid(grid)) continue;
    const to = Math.min(grid.rows, room);
    left += grid.rows - to;
    room -= to;
    if (to === 0) continue;
    const marked = evidence.block === index && evidence.cell !== null ? [evidence.cell] : [];
    parts.push(drawGrid(grid, { width, rows: { from: 1, to }, marked }));
  }
  if (left > 0) parts.push(`（原表还有 ${left} 行没有画出）\n`);
  return parts.join('\n');
}
