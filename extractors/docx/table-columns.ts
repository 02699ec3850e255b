import type { StoryItem } from './story-items.js';
import type { CellDraft, RowDraft, TableDraft } from './table-draft.js';

/** A cell between two column lines of the table, from 0. */
export interface SpannedCell {
  cell: CellDraft;
  from: number;
  to: number;
}

/**
 * Column lines nearer to each other than this are one line drawn twice, as where a border was dragged by hand and the rows
 * above and below did not follow. 120 twips (2.1 mm) is less than the cell margins alone take (2 × 108).
 */
const SAME_LINE_TWIPS = 120;
/** The same in percent of the table's width, of which 100 is about 9,000 twips. */
const SAME_LINE_PERCENT = 1.2;

/**
 * Places the cells of each row between column lines.
 *
 * Rows that all count the same grid columns (`gridBefore` + spans + `gridAfter`) are placed by counting. Where they do not
 * (spans were left out by the program that wrote them), the preferred widths decide, if every cell has one; else short
 * rows stay short. A line on which no cell of any row begins does not count, nor does one drawn twice: so that the grid has
 * the columns a reader sees, and a table moved or padded by grid columns of its own is the same table.
 */
export function tableColumns(table: TableDraft): SpannedCell[][] {
  const rows = table.rows.map(joinAcross);
  const counted = rows.map(countColumns);
  const totals = new Set(counted.map((cells, r) => (cells.at(-1)?.to ?? 0) + (rows[r]?.after ?? 0)));
  const measured = totals.size > 1 ? measureColumns(rows, table.gridWidths) : null;
  if (measured) return onUsedLines(measured);
  return onUsedLines(totals.has(table.gridWidths.length) ? joinSlivers(counted, table.gridWidths) : counted);
}

/** Joins cells merged the old way: `w:hMerge` marks the first and the ones it swallows. */
function joinAcross(row: RowDraft): RowDraft {
  if (row.cells.every((cell) => cell.horizontal === null)) return row;
  const cells: CellDraft[] = [];
  let first: CellDraft | null = null;
  let covered: StoryItem[] = [];
  for (const cell of row.cells) {
    if (cell.horizontal === 'continue' && first) {
      first.span += cell.span;
      first.width = joinWidths(first.width, cell.width);
      for (const item of cell.items) covered.push(item);
    } else {
      covered = [];
      first = cell.horizontal === null ? null : { ...cell, covered };
      cells.push(first ?? cell);
    }
  }
  return { ...row, cells };
}

const joinWidths = (a: CellDraft['width'], b: CellDraft['width']): CellDraft['width'] =>
  a && b && a.measure === b.measure ? { value: a.value + b.value, measure: a.measure } : null;

function countColumns(row: RowDraft): SpannedCell[] {
  let at = row.before;
  return row.cells.map((cell) => {
    const from = at;
    at += cell.span;
    return { cell, from, to: at };
  });
}

/** Lines from the widths of the cells; null when widths are missing or do not compare, or a cell is too narrow to tell. */
function measureColumns(
  rows: readonly RowDraft[],
  gridWidths: readonly (number | null)[],
): SpannedCell[][] | null {
  const measure = rows[0]?.cells[0]?.width?.measure;
  const measured: SpannedCell[][] = [];
  for (const row of rows) {
    if (row.before > 0 && measure === 'percent') return null;
    let at = row.widthBefore ?? sum(gridWidths.slice(0, row.before));
    const cells: SpannedCell[] = [];
    for (const cell of row.cells) {
      if (cell.width === null || cell.width.measure !== measure) return null;
      cells.push({ cell, from: at, to: at + cell.width.value });
      at += cell.width.value;
    }
    measured.push(cells);
  }
  const lineOf = joinLines(measured, measure === 'percent' ? SAME_LINE_PERCENT : SAME_LINE_TWIPS);
  const placed = measured.map((cells) => cells.map((cell) => moved(cell, lineOf)));
  return placed.every((cells) => cells.every(({ from, to }) => from < to)) ? placed : null;
}

/** Numbers the lines; those that follow one another within the tolerance share a number. */
function joinLines(rows: readonly SpannedCell[][], tolerance: number): Map<number, number> {
  const lineOf = new Map<number, number>();
  let line = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of linesOf(rows)) {
    if (edge - last > tolerance) line += 1;
    lineOf.set(edge, line);
    last = edge;
  }
  return lineOf;
}

/** Takes away grid columns too narrow to hold anything; every cell keeps one column at least. */
function joinSlivers(rows: SpannedCell[][], widths: readonly (number | null)[]): SpannedCell[][] {
  const sliver = widths.map((width) => width !== null && width > 0 && width < SAME_LINE_TWIPS);
  if (!sliver.includes(true)) return rows;
  const before = countBefore(sliver);
  for (const { from, to } of rows.flat()) {
    if ((before[to] ?? 0) - (before[from] ?? 0) === to - from) sliver[from] = false;
  }
  const taken = countBefore(sliver);
  const lineOf = new Map(linesOf(rows).map((line) => [line, line - (taken[line] ?? 0)]));
  return rows.map((cells) => cells.map((cell) => moved(cell, lineOf)));
}

/** How many of the flags before each place are set, the end included. */
function countBefore(flags: readonly boolean[]): number[] {
  const counts = [0];
  for (const flag of flags) counts.push((counts.at(-1) ?? 0) + (flag ? 1 : 0));
  return counts;
}

/** Renumbers lines so that on each a cell begins; a cell that ends between two of them reaches to the next. */
function onUsedLines(rows: SpannedCell[][]): SpannedCell[][] {
  const begins = new Set<number>();
  for (const cells of rows) for (const { from } of cells) begins.add(from);
  const lineOf = new Map<number, number>();
  let line = 0;
  for (const edge of linesOf(rows)) {
    lineOf.set(edge, line);
    if (begins.has(edge)) line += 1;
  }
  if ([...lineOf].every(([edge, used]) => edge === used)) return rows;
  return rows.map((cells) => cells.map((cell) => moved(cell, lineOf)));
}

const moved = ({ cell, from, to }: SpannedCell, lineOf: ReadonlyMap<number, number>): SpannedCell => ({
  cell,
  from: lineOf.get(from) ?? from,
  to: lineOf.get(to) ?? to,
});

function linesOf(rows: readonly SpannedCell[][]): number[] {
  const lines = new Set<number>();
  for (const cells of rows) {
    for (const { from, to } of cells) lines.add(from).add(to);
  }
  return [...lines].sort((a, b) => a - b);
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce((total: number, value) => total + (value ?? 0), 0);
