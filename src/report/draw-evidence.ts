import type { Evidence } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import { type Grid, isGrid } from '../model/grid.js';
import { drawGrid } from './draw-grid.js';

/** Rows shown above and below a cell. */
const AROUND = 2;
/** Cells further apart than this are drawn apart. */
const APART = 8;

/**
 * Draws where the evidence stands: the rows around each cell with the cells pointed out by 【 】, paragraphs whole. What
 * stands near together is drawn once.
 */
export function drawEvidence(document: ReadDocument, evidence: readonly Evidence[], width: number): string {
  const blocks = [...new Set(evidence.map(({ block }) => block))].sort((a, b) => a - b);
  return blocks
    .flatMap((index) => {
      const block = document.blocks[index];
      if (!block) return [];
      if (!isGrid(block)) return [`${block.place}\n【${block.text}】\n`];
      const cells = evidence.flatMap((each) =>
        each.block === index && each.cell !== null ? [each.cell] : [],
      );
      return neighbourhoods(block, cells).map(({ from, to }) =>
        drawGrid(block, { width, rows: { from, to }, marked: cells }),
      );
    })
    .join('\n');
}

/** Ranges of rows to draw, those that nearly touch joined. */
function neighbourhoods(grid: Grid, cells: readonly number[]): { from: number; to: number }[] {
  const rows = [...new Set(cells.flatMap((index) => grid.cells[index]?.row ?? []))].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row - (last.to - AROUND) <= APART) last.to = row + AROUND;
    else ranges.push({ from: Math.max(1, row - AROUND), to: row + AROUND });
  }
  return ranges;
}
