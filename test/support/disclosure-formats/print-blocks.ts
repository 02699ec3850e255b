import { type Block, type Grid, isGrid } from '../../../src/model/grid.js';

const FONT = 9;
const LINE = 12;
const PADDING = 3;
const MARGIN = 40;
const WIDTH = 1190;
const HEIGHT = 842;
/** Widths of columns, in characters. */
const NARROWEST = 4;
const WIDEST = 16;

/** A page to draw on, in points from the upper left corner. */
export interface Canvas {
  readonly height: number;
  /** `y` is the top of the letters. */
  text(x: number, y: number, text: string, size: number): unknown;
  line(x0: number, y0: number, x1: number, y1: number): unknown;
}

/**
 * Draws the blocks with ruled tables on as many pages as they need. Texts are broken where the cell is full; a table that does not
 * fit below the one before begins a page, as long as it needs.
 */
export function printBlocks<C extends Canvas>(
  blocks: readonly Block[],
  newCanvas: (width: number, height: number) => C,
): C[] {
  const pages: C[] = [];
  let canvas = newCanvas(WIDTH, HEIGHT);
  let top = MARGIN;
  const reserve = (height: number) => {
    if (top > MARGIN && top + height > canvas.height - MARGIN) {
      pages.push(canvas);
      canvas = newCanvas(WIDTH, Math.max(HEIGHT, height + 2 * MARGIN));
      top = MARGIN;
    }
  };
  for (const block of blocks) {
    if (isGrid(block)) {
      const table = layOut(block);
      reserve(table.height);
      drawGrid(canvas, block, table, top);
      top += table.height + LINE;
    } else {
      const lines = wrap(block.text, WIDTH - 2 * MARGIN);
      reserve(lines.length * LINE + LINE);
      for (const [i, line] of lines.entries()) canvas.text(MARGIN, top + i * LINE, line, FONT);
      top += lines.length * LINE + 2 * LINE;
    }
  }
  return [...pages, canvas];
}

interface Layout {
  xs: number[];
  /** From the top of the table. */
  ys: number[];
  height: number;
}

function layOut(grid: Grid): Layout {
  const single = grid.cells.filter((cell) => cell.colSpan === 1);
  const xs = [MARGIN];
  for (let column = 1; column <= grid.columns; column++) {
    const longest = Math.max(
      0,
      ...single.filter((c) => c.column === column).map((c) => widthOf(c.text) / FONT),
    );
    xs.push((xs.at(-1) ?? 0) + FONT * Math.min(WIDEST, Math.max(NARROWEST, longest)) + 2 * PADDING + 1);
  }
  const ys = [0];
  for (let row = 1; row <= grid.rows; row++) {
    const ending = grid.cells.filter((cell) => cell.row + cell.rowSpan - 1 === row);
    const bottoms = ending.map(
      (cell) => (ys[cell.row - 1] ?? 0) + linesIn(cell, xs).length * LINE + 2 * PADDING,
    );
    ys.push(Math.max((ys.at(-1) ?? 0) + LINE + 2 * PADDING, ...bottoms));
  }
  return { xs, ys, height: ys.at(-1) ?? 0 };
}

function drawGrid(canvas: Canvas, grid: Grid, { xs, ys }: Layout, top: number): void {
  for (const cell of grid.cells) {
    const left = xs[cell.column - 1] ?? 0;
    const right = xs[cell.column - 1 + cell.colSpan] ?? 0;
    const upper = top + (ys[cell.row - 1] ?? 0);
    const lower = top + (ys[cell.row - 1 + cell.rowSpan] ?? 0);
    canvas.line(left, upper, right, upper);
    canvas.line(left, lower, right, lower);
    canvas.line(left, upper, left, lower);
    canvas.line(right, upper, right, lower);
    for (const [i, line] of linesIn(cell, xs).entries())
      canvas.text(left + PADDING, upper + PADDING + i * LINE, line, FONT);
  }
}

const linesIn = ({ column, colSpan, text }: Grid['cells'][number], xs: readonly number[]): string[] =>
  wrap(text, (xs[column - 1 + colSpan] ?? 0) - (xs[column - 1] ?? 0) - 2 * PADDING);

const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char < '\x7f' ? FONT / 2 : FONT), 0);

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const char of line) {
      const last = lines.at(-1) ?? '';
      if (widthOf(last + char) > width) lines.push(char);
      else lines[lines.length - 1] = last + char;
    }
    return lines;
  });
}
