import { type Block, type Grid, isGrid } from '../../src/model/grid.js';
import { isNumbersRow } from './read-head.js';
import { filledCells, statementGrid } from './statement-grid.js';
import { printsFigure } from './statement-text.js';
import { titleIn } from './title-lines.js';
import { topRows } from './top-rows.js';

/** What stands behind a title or a header and looks like the rows of its table. */
export interface FiguresBehind {
  /** Rows of grids that print a figure beside their first cell. */
  rows: number;
  /** Lines of text that print an amount. */
  lines: number;
}

const MOST_BLOCKS = 600;
const LONGEST_LINE = 90;

/**
 * Rows and lines with figures from a block on, up to the next title, a grid that was read, or a text no table has.
 * @param isHeld whether the grid at an index was read as a form or a statement
 */
export function figuresBehind(
  blocks: readonly Block[],
  from: number,
  isHeld: (index: number) => boolean,
): FiguresBehind {
  const found: FiguresBehind = { rows: 0, lines: 0 };
  for (let at = from; at < Math.min(blocks.length, from + MOST_BLOCKS); at++) {
    const block = blocks[at];
    if (!block || isHeld(at)) break;
    if (isGrid(block)) {
      const rows = rowsOf(block, at);
      if (rows === null) break;
      found.rows += rows;
    } else if (!block.furniture) {
      if (endsTable(block.text)) break;
      found.lines += block.text.split('\n').filter(isLineOfTable).length;
    }
  }
  return found;
}

/** Rows of a grid with figures; null where it has a title of its own. */
function rowsOf(block: Grid, index: number): number | null {
  const grid = statementGrid(block, index);
  if (topRows(grid, 0).lines.some(({ text }) => titleIn(text) !== null)) return null;
  return grid.slots.filter(
    (_, row) =>
      !isNumbersRow(grid, row) &&
      filledCells(grid, row)
        .slice(1)
        .some(({ text }) => printsFigure(text)),
  ).length;
}

function endsTable(text: string): boolean {
  if (text.split('\n').some((line) => line.trim().length > LONGEST_LINE && !isLineOfTable(line))) return true;
  const line = text.trim();
  return (
    /[。；]/.test(line) ||
    /^第[一二三四五六七八九十\d]+部分/.test(line) ||
    /表([(（].*[)）])?$/.test(line) ||
    titleIn(line) !== null
  );
}

/** 一、一般公共预算拨款收入  1,286.40: an amount that stands free, not one that a sentence gives with its unit. */
function isLineOfTable(line: string): boolean {
  if (/[，。；：:]/.test(line)) return false;
  const pieces = line.trim().split(/\s+/);
  return pieces.some((piece, at) => isAmount(piece) && !/^(万|亿)?元/.test(pieces[at + 1] ?? ''));
}

const isAmount = (text: string): boolean => /^-?\d+\.\d{1,2}$|^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
