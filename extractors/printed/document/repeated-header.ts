import type { DraftCell, TableDraft } from '../layout/table-draft.js';
import { type ColumnMatch, inColumns } from './column-match.js';
import { misread, type PlainText, plainText } from './misread.js';

/** Headers are short; beyond this many rows it is the same content twice. */
const MOST_ROWS = 8;
/** A row with an amount is no header, even if it stands twice. */
const AMOUNT = /^-?[\d,]+\.\d+$/;
/** Fewer labels side by side are no header. */
const LEAST_LABELS = 3;

/** Of all characters of a header read twice from pictures so many may differ. */
const MISREAD = 0.15;

/**
 * Number of leading rows of `next` that print the first rows of `first` again: same cells, same texts; nearly the same where both
 * were read from pictures. A cell that hangs over into the row after the last one ends the header before it.
 */
export function repeatedHeaderRows(first: TableDraft, next: TableDraft, columns: ColumnMatch): number {
  const limit = Math.min(MOST_ROWS, first.rows, next.rows);
  let repeated = 0;
  for (let rows = 1; rows <= limit; rows++) {
    const before = headerCells(first, columns.first, rows);
    const after = headerCells(next, columns.second, rows);
    if (before === null || after === null) continue;
    if (!isPrintedAgain(before, after)) break;
    repeated = rows;
  }
  return repeated;
}

interface HeaderCell extends PlainText {
  place: string;
}

function isPrintedAgain(before: readonly HeaderCell[], after: readonly HeaderCell[]): boolean {
  if (before.length !== after.length) return false;
  const differing = before.map((one, i) => {
    const other = after[i];
    return other?.place === one.place ? misread(one, other) : Number.POSITIVE_INFINITY;
  });
  const characters = before.reduce((sum, { text }) => sum + text.length, 0);
  return differing.reduce((sum, count) => sum + count, 0) <= MISREAD * characters;
}

/** The cells of the first rows; null where one hangs over into the row below them, or they are no header. */
function headerCells(table: TableDraft, lines: readonly number[], rows: number): HeaderCell[] | null {
  const cells = firstRows(table, rows);
  if (cells.some((cell) => cell.rowEnd > rows)) return null;
  if (cells.every((cell) => cell.text === '') || cells.some((cell) => AMOUNT.test(cell.text))) return null;
  return cells.map((cell) => ({
    place: placeOf({ ...cell, ...inColumns(cell, lines) }),
    ...plainText(cell.text, cell.lines),
  }));
}

/** Cells that begin in the first rows. */
function firstRows({ cells }: TableDraft, rows: number): DraftCell[] {
  const end = cells.findIndex((cell) => cell.row >= rows);
  return end < 0 ? cells : cells.slice(0, end);
}

const placeOf = (cell: DraftCell): string => [cell.row, cell.rowEnd, cell.column, cell.columnEnd].join(' ');

/**
 * Whether the first row of a part repeats a header from inside the table (指标名称, 指标值 … beside a merged 绩效指标): all of
 * its own cells are labels that stand in one row above, in the same columns.
 */
export function repeatsInnerHeader(upper: readonly DraftCell[], part: readonly DraftCell[]): boolean {
  const row = part.filter((cell) => cell.row === 0 && cell.rowEnd === 1);
  if (row.length < LEAST_LABELS || !row.some((cell) => cell.column > 0)) return false;
  if (row.some((cell) => cell.text === '' || /\d/.test(cell.text))) return false;
  if (!part.some((cell) => cell.row === 0 && cell.rowEnd > 1)) return false;
  const key = (cell: DraftCell): string =>
    `${placeOf({ ...cell, row: 0, rowEnd: 0 })} ${plainText(cell.text, []).text}`;
  const known = new Map<number, Set<string>>();
  for (const cell of upper) {
    const keys = known.get(cell.row) ?? new Set();
    known.set(cell.row, keys.add(key(cell)));
  }
  return [...known.values()].some((keys) => row.every((cell) => keys.has(key(cell))));
}

/** The cells of a part without its first row; what spans over it becomes a row shorter. */
export const withoutFirstRow = (part: readonly DraftCell[]): DraftCell[] =>
  part
    .filter((cell) => cell.rowEnd > 1)
    .map((cell) => ({ ...cell, row: Math.max(0, cell.row - 1), rowEnd: cell.rowEnd - 1 }));
