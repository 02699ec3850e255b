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

/** A figure alone, or with its operator and unit: a whole value. */
const FIGURE = /^[\d,.%％≥≤><=＝+-]+$/;
const VALUE = /^[≥≤><=＝＞＜]?\s*-?\d[\d,.]*\s*[^\d\s]{0,6}$/;
/** What begins a value and no line within one. */
const OPERATOR = /^[≥≤＝＞＜]/;
/** The rest of a label that a break cut: 满意度指 | 标. */
const REST = 3;
/** Lines of a text that is no label. */
const FLOWING = 3;
/** Rows of a column that show whether it is ever left blank. */
const ENOUGH_ROWS = 3;
/** A line this close to the break (share of its height) may be the last before it, or the first behind it. */
const AT_BREAK = 1;

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
  const both = pairs.filter(isFilled);
  const apart = both.some(areTwoValues);
  if (pairs.every(({ above, below }) => above.openBottom && below.openTop)) {
    return !apart && (both.length < 2 || 2 * both.filter(isCutText).length >= both.length);
  }
  const own = pairs.filter(({ above }) => above.rowEnd - above.row === 1);
  if (own.every(({ above }) => above.text === '')) return false;
  const filled = pairs.filter(({ below }) => below.text !== '');
  if (filled.length === 0) return true;
  if (apart || filled.some(({ below }) => FIGURE.test(below.text))) return false;
  const halved = pairs.filter(({ above, below }) => (above.text === '') !== (below.text === ''));
  if (halved.some(({ above }) => above.text === '')) {
    return (
      both.length > 0 &&
      both.every(isCutText) &&
      halved.some((pair) => isNeverBlank(pair.above, upper, rows, header))
    );
  }
  const isOpen = pairs.every(({ above }) => above.openBottom) || pairs.every(({ below }) => below.openTop);
  if (both.length > 0 && halved.length >= both.length && both.every(isCutText)) {
    if (isOpen || both.every(({ below }) => below.text.length <= REST)) return true;
  }
  const telling = halved.filter(({ above }) => isNeverBlank(above, upper, rows, header));
  if (telling.length === 0) return false;
  return filled.length <= halved.length || filled.every(goesOn);
}

/** Two values that no break made of one. */
const areTwoValues = ({ above, below }: CellPair): boolean =>
  above.text !== below.text &&
  (OPERATOR.test(below.text) || (VALUE.test(above.text) && VALUE.test(below.text)));

/** Whether a text goes on over the break: its lines end and begin right there, and the upper one is full. */
function isCutText(pair: CellPair): boolean {
  const { above, below } = pair;
  const last = above.lines.at(-1);
  const first = below.lines[0];
  if (!last || !first || above.text === below.text || !goesOn(pair)) return false;
  const [, , , bottom] = above.boxes.at(-1)?.box ?? [0, 0, 0, 0];
  const [, top] = below.boxes[0]?.box ?? [0, 0, 0, 0];
  return bottom - last.bottom <= AT_BREAK * last.size && first.top - top <= AT_BREAK * first.size;
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
  const rows = pairs.filter(areTwoRows);
  const bottomTells = someRuledAbove && !rows.some(({ above: cell }) => cell.openBottom);
  const topTells = someRuledBelow && !rows.some(({ below: cell }) => cell.openTop);
  const isOpen = (pair: CellPair): boolean => {
    const { openBottom } = pair.above;
    const { openTop } = pair.below;
    if (!(bottomTells && openBottom) && !(topTells && openTop)) return false;
    if (!isFilled(pair)) return true;
    const isWithin =
      isOfOneRow(pair) && pairs.some((outer) => outer.above.column < pair.above.column && breaks(outer));
    if (!isWithin && ((openBottom && openTop) || pair.above.text === pair.below.text)) return true;
    return isCutText(pair) && ((openBottom && openTop) || !isOfOneRow(pair) || rows.length === 0);
  };
  const joined: CellPair[] = [];
  let outerJoined = true;
  for (const cell of [...below].sort((a, b) => a.column - b.column)) {
    const pair = pairs.find((candidate) => candidate.below === cell);
    const merged = pair !== undefined && outerJoined && cell.column < lastFilled && isSpanCut(pair, all);
    if (pair && (isOpen(pair) || merged)) joined.push(pair);
    else outerJoined = false;
  }
  return joined;
}

/** Two cells of whole rows: a border left out at the break between them tells nothing, of its neighbours neither. */
const areTwoRows = (pair: CellPair): boolean =>
  isOfOneRow(pair) &&
  isFilled(pair) &&
  (areTwoValues(pair) || !((pair.above.openBottom && pair.below.openTop) || isCutText(pair)));

/** Whether the cells are two, of one row or of several. */
const breaks = (pair: CellPair): boolean =>
  areTwoRows(pair) ||
  (isFilled(pair) &&
    pair.above.text !== pair.below.text &&
    !(pair.above.openBottom && pair.below.openTop) &&
    !isCutText(pair));

const isFilled = ({ above, below }: CellPair): boolean => above.text !== '' && below.text !== '';

const isOfOneRow = ({ above, below }: CellPair): boolean =>
  above.rowEnd - above.row === 1 && below.rowEnd - below.row === 1;

function isSpanCut(pair: CellPair, all: readonly DraftCell[]): boolean {
  const { above, below } = pair;
  const spans = !isOfOneRow(pair);
  if (above.text === '' || below.text === '') {
    const isUndrawn = above.openBottom && below.openTop;
    return spans || (above.text !== '' && (isUndrawn || columnHasSpans(below, all)));
  }
  if (!spans) return false;
  const isRest = below.text.length <= REST || above.lines.length >= FLOWING;
  return above.text === below.text || (isRest && isCutText(pair));
}

const columnHasSpans = (cell: DraftCell, all: readonly DraftCell[]): boolean =>
  all.some(
    (other) =>
      other.column === cell.column && other.columnEnd === cell.columnEnd && other.rowEnd - other.row > 1,
  );
