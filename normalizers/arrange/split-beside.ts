import type { Block, Cell, Grid, Paragraph } from '../../src/model/grid.js';
import { compact } from '../recognize/words/label-text.js';
import type { Role } from '../recognize/words/roles.js';
import { fieldOf, labelText } from '../recognize/words/vocabulary.js';

/** Columns that every table of indicators has: what is measured, and what is promised. */
const INDICATOR_HEADERS = [/^(三级指标|指标名称|指标内容|绩效指标)/, /^(年度|全年)?(指标值|目标值)/];

/**
 * Forms that stand beside each other in one grid → a grid each, with the places they had. A form begins where 项目名称 stands
 * with a value, and no cell reaches over into it from the left; every part must have indicators of its own. Titles over
 * several of them become paragraphs.
 */
export function splitBeside(grid: Grid): Block[] {
  const names = formNames(grid);
  const [first, ...others] = [...new Set(names.map(({ column }) => column))].sort((a, b) => a - b);
  if (first === undefined || others.length === 0) return [grid];
  const top = Math.min(...names.map(({ row }) => row));
  const filled = grid.cells.filter(({ text }) => text.trim() !== '');
  const starts = others.filter(
    (start) => !filled.some((cell) => cell.row >= top && reachesOver(cell, start)),
  );
  if (starts.length === 0) return [grid];
  const shared = filled.filter((cell) => cell.row < top && starts.some((start) => reachesOver(cell, start)));
  const heading = Math.max(0, ...shared.map(({ row }) => row));
  const edges = [1, ...starts, grid.columns + 1];
  const parts = edges
    .slice(0, -1)
    .map((from, i) => partOf(grid, heading, from, (edges[i + 1] ?? from + 1) - 1));
  if (!parts.every(hasIndicators)) return [grid];
  const paragraphs = filled
    .filter(({ row }) => row <= heading)
    .map(({ text, place }): Paragraph => ({ kind: 'paragraph', text, place }));
  return [...paragraphs, ...parts];
}

const reachesOver = (cell: Cell, start: number): boolean =>
  cell.column < start && cell.column + cell.colSpan > start;

/** The labels 项目名称 that have a value beside them. */
function formNames({ cells }: Grid): Cell[] {
  const names: Cell[] = [];
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1];
    if (next?.row !== cell.row || next.text.trim() === '' || cell.text.length > 40) continue;
    if (fieldIn(cell) === 'project.name' && fieldIn(next) === undefined) names.push(cell);
  }
  return names;
}

const fieldIn = ({ text }: Cell): Role | undefined => fieldOf(labelText(text).core)?.field;

function partOf(grid: Grid, heading: number, from: number, to: number): Grid {
  const cells = grid.cells
    .filter(({ row, column, colSpan }) => row > heading && column <= to && column + colSpan > from)
    .map((cell) => {
      const left = Math.max(from, cell.column);
      const right = Math.min(to, cell.column + cell.colSpan - 1);
      return { ...cell, row: cell.row - heading, column: left - from + 1, colSpan: right - left + 1 };
    });
  return { ...grid, rows: grid.rows - heading, columns: to - from + 1, cells };
}

const hasIndicators = ({ cells }: Grid): boolean =>
  INDICATOR_HEADERS.every((header) =>
    cells.some(({ text }) => text.length < 20 && header.test(compact(text))),
  );
