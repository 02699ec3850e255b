import Table, { type Cell as TableCell } from 'cli-table3';
import { type Cell, type Grid, slotsOf } from '../model/grid.js';
import { axisNames } from './axis-names.js';
import { columnWidths } from './column-widths.js';
import { textWidth, wrapText } from './text-width.js';

export interface DrawOptions {
  /** Columns of the terminal. */
  width: number;
  /** Only these rows (from 1, both inclusive); cells reaching in from outside are cut to them. */
  rows?: { from: number; to: number };
  /** Indexes in Grid.cells of the cells to point out with 【 】. */
  marked?: readonly number[];
}

/** A column wider than this is a text, and texts wrap. */
const WIDEST = 44;
const PADDING = 2;

/**
 * Draws a grid as text with its merged cells. Rows and columns carry the names that stand in places (`r5`, `c3`; `7`, `C`
 * in workbooks), so that the place of every cell can be read off. Nested tables follow below.
 */
export function drawGrid(grid: Grid, options: DrawOptions): string {
  const from = options.rows?.from ?? 1;
  const to = Math.min(options.rows?.to ?? grid.rows, grid.rows);
  const marked = new Set((options.marked ?? []).map((index) => grid.cells[index]));
  const text = (cell: Cell): string => (marked.has(cell) ? `【${cell.text}】` : cell.text);
  const slots = slotsOf(grid);
  const names = axisNames(grid);

  const wanted = Array.from({ length: grid.columns }, (_, c) =>
    Math.max(
      2,
      textWidth(names.columns[c] ?? ''),
      ...slots.slice(from - 1, to).map((line) => ownWidth(line[c], c, text)),
    ),
  );
  const rowNames = names.rows.slice(from - 1, to);
  const labels = Math.max(...rowNames.map(textWidth), 1);
  const frame = (PADDING + 1) * (grid.columns + 1) + 1;
  const widths = [labels, ...columnWidths(wanted, options.width - frame - labels)];

  const table = new Table({
    style: { head: [], border: [] },
    colWidths: widths.map((each) => each + PADDING),
  });
  table.push(['', ...names.columns]);
  for (let r = from - 1; r < to; r++) {
    const line: TableCell[] = [names.rows[r] ?? ''];
    for (let c = 0; c < grid.columns; c++) {
      const cell = slots[r]?.[c];
      if (!cell) line.push('');
      else if (c === cell.column - 1 && r === Math.max(cell.row, from) - 1) {
        const rowSpan = Math.min(cell.row - 1 + cell.rowSpan, to) - r;
        line.push({ content: wrapped(text(cell), cell, widths), rowSpan, colSpan: cell.colSpan });
      }
    }
    table.push(line);
  }
  return [`${heading(grid)}\n${table.toString()}\n`, ...drawNested(grid, options)].join('\n');
}

function heading(grid: Grid): string {
  const where = [
    grid.page === undefined ? '' : `p${grid.page} `,
    grid.sheet === undefined ? `t${grid.table}` : `${grid.sheet}${grid.hidden ? '（隐藏）' : ''}`,
  ].join('');
  const certainty = { ruled: '', aligned: '，按文字位置推断的列', flattened: '，压平的文本，合并关系已丢失' }[
    grid.certainty
  ];
  return `${where}  ${grid.rows} 行 × ${grid.columns} 列${certainty}`;
}

/** Width a slot asks for its column: only cells of one column, measured at their longest line. */
function ownWidth(cell: Cell | undefined, column: number, text: (cell: Cell) => string): number {
  if (!cell || cell.colSpan > 1 || cell.column - 1 !== column) return 0;
  return Math.min(WIDEST, Math.max(...text(cell).split('\n').map(textWidth)));
}

/** `widths[0]` belongs to the row names. */
function wrapped(text: string, cell: Cell, widths: readonly number[]): string {
  const own = widths.slice(cell.column, cell.column + cell.colSpan);
  const room = own.reduce((sum, each) => sum + each, 0) + (PADDING + 1) * (own.length - 1);
  return wrapText(text, room).join('\n');
}

const drawNested = (grid: Grid, options: DrawOptions): string[] =>
  grid.cells.flatMap((cell) =>
    (cell.nested ?? []).map((inner) => `${cell.place} 中的表：${drawGrid(inner, { width: options.width })}`),
  );
