import type { DraftCell, TableDraft } from '../layout/table-draft.js';
import { continuesText } from '../layout/wrapped-text.js';

/** The two halves of one cell. */
export interface CellPair {
  above: DraftCell;
  below: DraftCell;
}

export interface Cut {
  /** The break went through a row: the first row below is the rest of the last row above. */
  row: boolean;
  /** Cells to join. */
  pairs: CellPair[];
}

const FIGURE = /^[\d,.%％≥≤><=＝+-]+$/;
/** Rows of a column that show whether it is ever left blank. */
const ENOUGH_ROWS = 3;

/**
 * Finds out what a page break cut: nothing, merged cells (年度目标 over many rows), or a whole row. Two real rows are only
 * joined on evidence: a border left out at the break, a remainder without any text, or text that goes on while columns
 * that are never blank are.
 *
 * @param table the table so far, `recent` its last cells
 * @param lower cells of the next part, rows from 0, columns as in `table`
 * @param header rows of `table` that are its header
 */
export function findCut(
  { bottom, rows }: TableDraft,
  recent: readonly DraftCell[],
  lower: readonly DraftCell[],
  header: number,
): Cut {
  const above = bottom.filter((cell) => cell.row >= header);
  const below = lower.filter((cell) => cell.row === 0);
  const pairs: CellPair[] = [];
  for (const cell of below) {
    const partner = above.find((other) => other.column === cell.column && other.columnEnd === cell.columnEnd);
    if (partner) pairs.push({ above: partner, below: cell });
  }
  const whole = pairs.length === below.length && pairs.length === above.length;
  if (whole && cutsRow(pairs, recent, rows, header)) return { row: true, pairs };
  return { row: false, pairs: cutSpans(pairs, above, below, [...recent, ...lower]) };
}

function cutsRow(
  pairs: readonly CellPair[],
  upper: readonly DraftCell[],
  rows: number,
  header: number,
): boolean {
  if (pairs.every(({ above, below }) => above.openBottom && below.openTop)) return true;
  if (pairs.some(({ above, below }) => above.text === '' && below.text !== '')) return false;
  const own = pairs.filter(({ above }) => above.rowEnd - above.row === 1);
  if (own.every(({ above }) => above.text === '')) return false;
  const filled = pairs.filter(({ below }) => below.text !== '');
  if (filled.length === 0) return true;
  if (filled.some(({ below }) => FIGURE.test(below.text))) return false;
  const blank = pairs.filter(({ above, below }) => below.text === '' && above.text !== '');
  const telling = blank.filter(({ above }) => isNeverBlank(above, upper, rows, header));
  if (telling.length === 0) return false;
  return filled.length <= blank.length || filled.every(goesOn);
}

/** Whether all other rows of the column have text, in cells of one row. */
function isNeverBlank(cell: DraftCell, upper: readonly DraftCell[], rows: number, header: number): boolean {
  const column = upper.filter(
    (other) =>
      other.row >= header &&
      other.rowEnd < rows &&
      other.column === cell.column &&
      other.columnEnd === cell.columnEnd,
  );
  if (cell.rowEnd - cell.row > 1 || column.some((other) => other.rowEnd - other.row > 1)) return false;
  return column.length >= ENOUGH_ROWS && column.every((other) => other.text !== '');
}

const goesOn = ({ above, below }: CellPair): boolean => {
  const box = above.boxes.at(-1)?.box ?? [0, 0, 0, 0];
  return continuesText(above.lines, below.lines, box[0], box[2]);
};

/** Merged cells cut by the break, from left to right: an inner one only goes on where the outer ones do. */
function cutSpans(
  pairs: readonly CellPair[],
  above: readonly DraftCell[],
  below: readonly DraftCell[],
  all: readonly DraftCell[],
): CellPair[] {
  const someRuledAbove = above.some((cell) => !cell.openBottom);
  const someRuledBelow = below.some((cell) => !cell.openTop);
  const lastFilled = Math.max(...below.filter((cell) => cell.text !== '').map((cell) => cell.column));
  const joined: CellPair[] = [];
  let outerJoined = true;
  for (const cell of [...below].sort((a, b) => a.column - b.column)) {
    const pair = pairs.find((candidate) => candidate.below === cell);
    const open =
      pair !== undefined &&
      ((someRuledAbove && pair.above.openBottom) || (someRuledBelow && pair.below.openTop));
    const merged = pair !== undefined && outerJoined && cell.column < lastFilled && isSpanCut(pair, all);
    if (pair && (open || merged)) joined.push(pair);
    else outerJoined = false;
  }
  return joined;
}

function isSpanCut({ above, below }: CellPair, all: readonly DraftCell[]): boolean {
  const spans = (cell: DraftCell): boolean => cell.rowEnd - cell.row > 1;
  if (above.text === '' && below.text === '') return spans(above) || spans(below);
  if (below.text === '') return spans(above) || spans(below) || columnHasSpans(below, all);
  if (above.text === '') return spans(above) || spans(below);
  return above.text === below.text && (spans(above) || spans(below));
}

const columnHasSpans = (cell: DraftCell, all: readonly DraftCell[]): boolean =>
  all.some(
    (other) =>
      other.column === cell.column && other.columnEnd === cell.columnEnd && other.rowEnd - other.row > 1,
  );
