import { cellFinder } from './cell-finder.js';
import { type Band, unite } from './column-bands.js';
import type { Lattice, LatticeCell } from './lattice.js';
import type { TextPiece } from './text-pieces.js';

/** Gap (in font heights) that parts two texts of one cell. */
const TEXT_GAP = 1.2;
/** Width (in font heights) of a label at least: single characters are one word, spread over its cell. */
const LABEL_WIDTH = 1.5;
/** How far (in font heights) a label may stand from the middle, or from the left, of the columns it is for. */
const OFF_CENTER = 0.5;
const PADDING = 1;
/** Difference (points) between the spaces left of labels that begin at the borders of their columns. */
const SAME_PADDING = 2;
/** So many texts with a border of the next row in each of their gaps are told, where nothing shows whose columns they are for. */
const DOUBTFUL = 3;

export interface DividedTexts {
  lattice: Lattice;
  /** Whether a cell was divided. */
  divided: boolean;
  /** Cells that stayed whole though they seem to hold texts of several columns, with the number of these. */
  doubtful: ReadonlyMap<LatticeCell, number>;
}

/** A text, or lines of text under each other, in a merged cell. */
interface CellText extends Band {
  /** It holds digits, and no letters. */
  figure: boolean;
}

/**
 * Divides merged cells that hold the texts of several columns: labels, each in the middle or at the left of some columns of
 * the row below; or figures, each in a column that holds a figure in the row above or below too.
 */
export function withDividedTexts(lattice: Lattice, pieces: readonly TextPiece[]): DividedTexts {
  const doubtful = new Map<LatticeCell, number>();
  const unchanged = { lattice, divided: false, doubtful };
  if (lattice.xs.length < 3 || !lattice.cells.some(isMerged)) return unchanged;
  const cellAt = cellFinder(lattice);
  const ofCell = piecesOfCells(lattice, pieces, cellAt);
  let divided = false;
  const cells = lattice.cells.flatMap((cell): LatticeCell[] => {
    const own = ofCell.get(cell);
    if (!own || own.length < 2 || !isMerged(cell)) return [cell];
    const size = Math.max(...own.map((piece) => piece.size));
    const texts = textsOf(own, size);
    if (texts.length < 2) return [cell];
    const below = rowOf(lattice, cell, cell.rowEnd, cellAt);
    const above = rowOf(lattice, cell, cell.row - 1, cellAt);
    const starts =
      labelStarts(lattice, cell, texts, below, size) ??
      [above, below].map((row) => figureStarts(lattice, cell, texts, row, ofCell)).find(Boolean);
    if (starts) {
      divided = true;
      return starts.map((column, i) => ({ ...cell, column, columnEnd: starts[i + 1] ?? cell.columnEnd }));
    }
    const bordered = gapsOf(texts).every((gap) => borders(lattice, cell, below, gap).length > 0);
    if (texts.length >= DOUBTFUL && bordered) doubtful.set(cell, texts.length);
    return [cell];
  });
  return divided ? { lattice: { ...lattice, cells }, divided, doubtful } : unchanged;
}

const isMerged = ({ column, columnEnd }: LatticeCell): boolean => columnEnd - column > 1;

type CellPieces = ReadonlyMap<LatticeCell, TextPiece[]>;
type CellAt = ReturnType<typeof cellFinder>;

/** The pieces whose middle stands in each cell. */
function piecesOfCells(lattice: Lattice, pieces: readonly TextPiece[], cellAt: CellAt): CellPieces {
  const ofCell = new Map<LatticeCell, TextPiece[]>();
  for (const piece of pieces) {
    const cell = lattice.cells[cellAt((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)];
    if (!cell) continue;
    const own = ofCell.get(cell);
    if (own) own.push(piece);
    else ofCell.set(cell, [piece]);
  }
  return ofCell;
}

function textsOf(pieces: readonly TextPiece[], size: number): CellText[] {
  return unite(pieces, TEXT_GAP * size).map((band) => {
    const own = pieces.filter(({ left }) => left >= band.left && left <= band.right);
    return {
      ...band,
      figure: own.some(({ figures }) => figures) && !own.some(({ worded }) => worded),
    };
  });
}

/** The cells of a row that stand above or below a cell. */
function rowOf(
  { xs, ys, cells }: Lattice,
  { column, columnEnd }: LatticeCell,
  row: number,
  cellAt: CellAt,
): LatticeCell[] {
  const middleOf = (lines: readonly number[], at: number): number =>
    ((lines[at] ?? 0) + (lines[at + 1] ?? 0)) / 2;
  if (row < 0 || row >= ys.length - 1) return [];
  const found: LatticeCell[] = [];
  for (let at = column; at < columnEnd; ) {
    const cell = cells[cellAt(middleOf(xs, at), middleOf(ys, row))];
    if (!cell) return [];
    found.push(cell);
    at = cell.columnEnd;
  }
  return found;
}

const gapsOf = (texts: readonly CellText[]): Band[] =>
  texts.slice(1).map((text, i) => ({ left: texts[i]?.right ?? 0, right: text.left }));

/** The column lines within a gap of a cell that part cells of another row. */
const borders = (
  { xs }: Lattice,
  { column }: LatticeCell,
  row: readonly LatticeCell[],
  gap: Band,
): number[] =>
  row.flatMap((other) => {
    const x = xs[other.column] ?? 0;
    return other.column > column && x >= gap.left && x <= gap.right ? [other.column] : [];
  });

/** The first columns of labels that are each for some columns of the row below; null where they do not stand like that. */
function labelStarts(
  lattice: Lattice,
  cell: LatticeCell,
  labels: readonly CellText[],
  below: readonly LatticeCell[],
  size: number,
): number[] | null {
  const { xs } = lattice;
  if (labels.some(({ left, right }) => right - left < LABEL_WIDTH * size)) return null;
  const choices = gapsOf(labels).map((gap) => borders(lattice, cell, below, gap));
  const xOf = (column: number | undefined): number => xs[column ?? cell.columnEnd] ?? 0;
  const middleOf = ({ left, right }: Band): number => (left + right) / 2;

  const centered = [cell.column];
  choices.forEach((choice, i) => {
    const label = labels[i];
    if (!label || choice.length === 0) return;
    const off = (column: number): number => Math.abs((xOf(centered[i]) + xOf(column)) / 2 - middleOf(label));
    centered.push(choice.reduce((best, column) => (off(column) < off(best) ? column : best)));
  });
  if (centered.length < labels.length) return null;
  const isCentered = labels.every(
    (label, i) =>
      Math.abs((xOf(centered[i]) + xOf(centered[i + 1])) / 2 - middleOf(label)) <= OFF_CENTER * size,
  );
  if (isCentered) return centered;

  const begun = [cell.column, ...choices.map((choice) => Math.max(...choice))];
  const paddings = labels.map(({ left }, i) => left - xOf(begun[i]));
  const isBegun =
    Math.max(...paddings) <= PADDING * size && Math.max(...paddings) - Math.min(...paddings) <= SAME_PADDING;
  return isBegun ? begun : null;
}

/** The columns of the texts of a row that was left undivided; null where they are no row like the one beside it. */
function figureStarts(
  { xs }: Lattice,
  cell: LatticeCell,
  texts: readonly CellText[],
  beside: readonly LatticeCell[],
  ofCell: CellPieces,
): number[] | null {
  const figures = texts.filter(({ figure }) => figure).length;
  if (texts.length < DOUBTFUL || 2 * figures < texts.length) return null;
  const own = texts.map((text) => {
    const other = beside.find(
      ({ column, columnEnd }) => text.left >= (xs[column] ?? 0) - 1 && text.right <= (xs[columnEnd] ?? 0) + 1,
    );
    const isAlike =
      other && (!text.figure || (ofCell.get(other) ?? []).every(({ figures, worded }) => figures && !worded));
    return isAlike ? other : undefined;
  });
  if (own.includes(undefined) || new Set(own).size < own.length) return null;
  return [...new Set([cell.column, ...beside.map(({ column }) => Math.max(column, cell.column))])];
}
