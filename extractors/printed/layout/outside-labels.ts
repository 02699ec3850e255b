import type { Box } from '../page/box.js';
import { overlaps } from './background-rules.js';
import { standsBetween } from './divided-by-text.js';
import { type Lattice, latticeBox } from './lattice.js';
import type { TextPiece } from './text-pieces.js';

const LEAST_ROWS = 3;
/** Share of the rows that have a label. */
const LABELLED = 0.8;
/** Share of the labels that begin, or end, at one x; of lines of running text, both. */
const LEVEL = 0.6;
const SAME_EDGE = 3;
/** Widths (in font heights): of a label on average, of a line of running text at least, of the space before the frame. */
const MEAN_WIDTH = 12;
const PROSE_WIDTH = 8;
const FAR = 6;
/** Space (in font heights) within the text of a label. */
const WORD_GAP = 1.2;

/**
 * Adds the column of row labels that stands left of a frame: nearly every row has one text there, words that begin or end
 * at one x right before the frame, and nothing else stands beside the table. Null where it is anything less sure.
 *
 * @param tables all frames of the page, the lattice's own among them
 */
export function withOutsideLabels(
  lattice: Lattice,
  all: readonly TextPiece[],
  tables: readonly Box[],
): Lattice | null {
  const { xs, ys, cells } = lattice;
  const rows = ys.length - 1;
  if (xs.length < 3 || rows < LEAST_ROWS) return null;
  const box = latticeBox(lattice);
  const beside = all.filter(
    (piece) => standsBetween(piece, box.top, box.bottom) && piece.left < box.left - SAME_EDGE,
  );
  if (beside.length < LABELLED * (rows - 1) || beside.some(({ right }) => right > box.left + SAME_EDGE))
    return null;
  const labels = labelsOf(beside, ys);
  if (!labels || !areLabels(labels, rows, box.left)) return null;
  const left = Math.min(...labels.map((label) => label.left));
  const strip = { left, right: box.left - 1, top: box.top, bottom: box.bottom };
  if (tables.some((table) => overlaps(table, strip))) return null;
  const column = Array.from({ length: rows }, (_, row) => ({
    row,
    rowEnd: row + 1,
    column: 0,
    columnEnd: 1,
  }));
  const moved = cells.map((cell) => ({ ...cell, column: cell.column + 1, columnEnd: cell.columnEnd + 1 }));
  return {
    xs: [left - 1, ...xs],
    ys,
    cells: [...column, ...moved].sort((a, b) => a.row - b.row || a.column - b.column),
    top: [true, ...lattice.top],
    bottom: [true, ...lattice.bottom],
  };
}

interface Label extends TextPiece {
  row: number;
}

/** The text beside each row; null where one reaches over rows, or several stand beside one. */
function labelsOf(beside: readonly TextPiece[], ys: readonly number[]): Label[] | null {
  const labels: Label[] = [];
  const sorted = [...beside].sort((a, b) => a.top - b.top || a.left - b.left);
  for (const piece of sorted) {
    const row = ys.findIndex((y) => y > (piece.top + piece.bottom) / 2) - 1;
    const margin = piece.size / 2;
    if (piece.top < (ys[row] ?? 0) - margin || piece.bottom > (ys[row + 1] ?? 0) + margin) return null;
    const same = labels.filter((label) => label.row === row && Math.abs(label.top - piece.top) < margin);
    const near = same.find(
      ({ left, right, size }) => piece.left - right < WORD_GAP * size && left - piece.right < WORD_GAP * size,
    );
    if (near) {
      near.left = Math.min(near.left, piece.left);
      near.right = Math.max(near.right, piece.right);
      near.worded ||= piece.worded;
    } else if (same.length > 0) return null;
    else labels.push({ ...piece, row });
  }
  return labels;
}

function areLabels(labels: readonly Label[], rows: number, frame: number): boolean {
  const size = Math.max(...labels.map((label) => label.size));
  const share = (test: (label: Label) => boolean): number => labels.filter(test).length / labels.length;
  const left = usual(labels.map((label) => label.left));
  const right = usual(labels.map((label) => label.right));
  const begins = (label: Label): boolean => Math.abs(label.left - left) <= SAME_EDGE;
  const ends = (label: Label): boolean => Math.abs(label.right - right) <= SAME_EDGE;
  const width = labels.reduce((sum, label) => sum + label.right - label.left, 0) / labels.length;
  const isProse = width > PROSE_WIDTH * size && share((label) => begins(label) && ends(label)) >= LEVEL;
  return (
    new Set(labels.map(({ row }) => row)).size >= LABELLED * rows &&
    share(({ worded }) => worded) >= LEVEL &&
    Math.max(share(begins), share(ends)) >= LEVEL &&
    width <= MEAN_WIDTH * size &&
    frame - Math.max(...labels.map((label) => label.right)) <= FAR * size &&
    !isProse
  );
}

const usual = (edges: readonly number[]): number => [...edges].sort((a, b) => a - b)[edges.length >> 1] ?? 0;
