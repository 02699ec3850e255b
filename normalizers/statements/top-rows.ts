import type { Cell } from '../../src/model/grid.js';
import { evidenceOfCell, filledCells, type StatementGrid } from './statement-grid.js';
import { printsFigure, statementText } from './statement-text.js';
import { type TopLine, titleIn } from './title-lines.js';

const MOST_ROWS = 6;

/**
 * The rows of a grid above its header that hold its mark, title and caption (workbooks, tables drawn around their title): lines, the nearest to the
 * header first, and how many rows they are.
 */
export function topRows(grid: StatementGrid, from: number): { rows: number; lines: TopLine[] } {
  const lines: TopLine[] = [];
  let row = from;
  for (; row < Math.min(grid.slots.length, from + MOST_ROWS); row++) {
    const cells = filledCells(grid, row);
    if (!cells.every((cell) => isTop(cell, cells, grid))) break;
    lines.unshift(
      ...cells.map((cell) => ({ text: cell.text, evidence: evidenceOfCell(grid, cell) })).reverse(),
    );
  }
  return row >= grid.slots.length ? { rows: 0, lines: [] } : { rows: row - from, lines };
}

/** A title, a caption or a mark; a lone text over the whole width. */
function isTop(cell: Cell, cells: readonly Cell[], { grid }: StatementGrid): boolean {
  const text = statementText(cell.text);
  if (printsFigure(text)) return false;
  if (
    /^.{0,6}(单位|部门|金额)(名称)?(\(.*\))?:|^\(?单位:|^.{0,4}表\d{0,2}(-\d+)?$|^附(表|件).{0,4}$/.test(text)
  )
    return true;
  if (/^(预算|公开|决算)?\d{2}表$|^(19|20)\d\d年度?$/.test(text)) return true;
  if (cells.length > 2 || grid.columns < 2) return false;
  const isWide = cell.colSpan * 2 > grid.columns;
  return (cells.length === 1 || isWide) && titleIn(cell.text) !== null;
}
