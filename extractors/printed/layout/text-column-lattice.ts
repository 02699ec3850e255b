import { type Band, columnBands, type Segment } from './column-bands.js';
import { dividedByText, standsBetween } from './divided-by-text.js';
import type { Lattice, LatticeCell } from './lattice.js';
import type { TextPiece } from './text-pieces.js';

/** Gaps (in font heights) that part two columns: narrow ones only where wide ones show none. */
const COLUMN_GAPS = [1.2, 0.7];
const LEAST_LINES = 3;
const LEAST_COLUMNS = 3;
/** Width (in font heights) of a text of a table on average, share of texts that hold figures, of places that hold a text. */
const MEAN_WIDTH = 12;
const FIGURES = 0.2;
const FILLED = 0.6;
const SAME_LINE = 0.5;

/** Share of the undivided rows of a frame that show its columns. */
const AGREEING = 0.8;

/** A line of text and the texts its wide gaps part. */
interface Line {
  middle: number;
  top: number;
  bottom: number;
  texts: TextPiece[];
}

/**
 * Parts a frame without inner vertical rules into the columns its text stands in, and a cell of several such lines into
 * their rows; or the undivided rows of a frame whose header alone has inner rules into the columns of these. Null where the
 * lines do not show the same three or more columns of short texts, some of them figures.
 */
export function withTextColumns(lattice: Lattice, all: readonly TextPiece[]): Lattice | null {
  const left = lattice.xs[0] ?? 0;
  const right = lattice.xs.at(-1) ?? 0;
  const inside = all.filter((piece) => piece.right > left && piece.left < right);
  if (lattice.xs.length > 2) return alongHeader(lattice, inside);
  const perCell = lattice.cells.map(({ row, rowEnd }) =>
    linesOf(inside, lattice.ys[row] ?? 0, lattice.ys[rowEnd] ?? 0),
  );
  const bands = bandsOf(perCell.flat());
  if (!bands) return null;
  const inner = bands.slice(1).map((band, i) => ((bands[i]?.right ?? 0) + band.left) / 2);

  const crossed = (line: Line | undefined): string =>
    inner.filter((x) => line?.texts.some((text) => text.left < x - 1 && text.right > x + 1)).join();
  const ys: number[] = [lattice.ys[0] ?? 0];
  const cells: LatticeCell[] = [];
  lattice.cells.forEach(({ rowEnd }, i) => {
    const own = perCell[i] ?? [];
    const first = areRows(own)
      ? own
      : own.filter((line, n) => n === 0 || crossed(line) !== crossed(own[n - 1]));
    const breaks = first.slice(1).map(({ top }) => top - 1);
    for (const y of [...breaks, lattice.ys[rowEnd] ?? 0]) {
      const row = ys.length - 1;
      ys.push(y);
      cells.push({ row, rowEnd: row + 1, column: 0, columnEnd: inner.length + 1 });
    }
  });
  const parted = { ...lattice, xs: [left, ...inner, right], ys, cells };
  const perColumn = (drawn: readonly boolean[]): boolean[] => parted.xs.slice(1).map(() => drawn[0] ?? false);
  return {
    ...parted,
    cells: cells.flatMap((cell) => dividedByText(cell, parted, inside)),
    top: perColumn(lattice.top),
    bottom: perColumn(lattice.bottom),
  };
}

/** Parts rows without inner rules where most of them have their texts in the columns the other rows have. */
function alongHeader(lattice: Lattice, pieces: readonly TextPiece[]): Lattice | null {
  const { xs, ys } = lattice;
  const columns = xs.length - 1;
  if (columns < LEAST_COLUMNS) return null;
  const whole = lattice.cells.filter((cell) => cell.columnEnd - cell.column === columns);
  if (whole.length < LEAST_LINES) return null;
  const narrow = Math.min(...COLUMN_GAPS);
  const rows = whole.flatMap((cell) => {
    const lines = linesOf(pieces, ys[cell.row] ?? 0, ys[cell.rowEnd] ?? 0);
    return lines.length === 0
      ? []
      : [{ cell, lines: lines.map((line) => ({ ...line, texts: joined(line.texts, narrow) })) }];
  });
  const columnOf = ({ left, right }: TextPiece): number => {
    const column = xs.filter((x) => x <= left + 1).length - 1;
    return right <= (xs[column + 1] ?? 0) + 1 ? column : -1;
  };
  const fits = ({ texts }: Line): boolean => {
    const own = texts.map(columnOf);
    return texts.length >= LEAST_COLUMNS && !own.includes(-1) && new Set(own).size === own.length;
  };
  const fitting = rows.filter(({ lines }) => lines.length === 1 && lines.every(fits));
  const lines = fitting.flatMap((row) => row.lines);
  if (fitting.length < AGREEING * rows.length || !isTabular(lines, columns)) return null;
  const parted = new Set(fitting.map(({ cell }) => cell));
  return {
    ...lattice,
    cells: lattice.cells.flatMap((cell) =>
      parted.has(cell) ? dividedByText(cell, lattice, pieces) : [cell],
    ),
  };
}

/** Whether the lines of one cell are rows: not those of a header whose labels take several. */
const areRows = (lines: readonly Line[]): boolean =>
  lines.length >= LEAST_LINES &&
  lines.every(({ texts }) => texts.length > 1) &&
  2 * lines.filter(({ texts }) => texts.some(({ figures }) => figures)).length >= lines.length;

/** The lines between two heights, from top to bottom. */
function linesOf(pieces: readonly TextPiece[], from: number, to: number): Line[] {
  const lines: Line[] = [];
  const middleOf = ({ top, bottom }: TextPiece): number => (top + bottom) / 2;
  const own = pieces.filter((piece) => standsBetween(piece, from, to));
  for (const piece of own.sort((a, b) => middleOf(a) - middleOf(b))) {
    const last = lines.at(-1);
    if (last && middleOf(piece) - last.middle < SAME_LINE * piece.size) {
      last.texts.push(piece);
      last.top = Math.min(last.top, piece.top);
      last.bottom = Math.max(last.bottom, piece.bottom);
    } else lines.push({ middle: middleOf(piece), top: piece.top, bottom: piece.bottom, texts: [piece] });
  }
  return lines;
}

/** The columns the lines stand in. */
function bandsOf(lines: readonly Line[]): Band[] | null {
  for (const gap of COLUMN_GAPS) {
    const cut = lines.map((line) => ({ ...line, texts: joined(line.texts, gap) }));
    const segments = cut.map(({ texts }): Segment[] => texts.map((text) => ({ ...text, glyphs: [] })));
    const sizes = lines.flatMap(({ texts }) => texts.map(({ size }) => size)).sort((a, b) => a - b);
    const bands = columnBands(segments, sizes[sizes.length >> 1] ?? 0);
    if (bands && bands.length >= LEAST_COLUMNS && isTabular(cut, bands.length)) return bands;
  }
  return null;
}

/** The pieces of a line, those without a gap between them together. */
function joined(pieces: readonly TextPiece[], gap: number): TextPiece[] {
  const texts: TextPiece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = texts.at(-1);
    if (last && piece.left - last.right < gap * piece.size) {
      last.right = Math.max(last.right, piece.right);
      last.figures ||= piece.figures;
    } else texts.push({ ...piece });
  }
  return texts;
}

function isTabular(lines: readonly Line[], columns: number): boolean {
  const regular = lines.filter(({ texts }) => texts.length === columns);
  const rows = lines.filter(({ texts }) => texts.length > 1);
  const texts = rows.flatMap((line) => line.texts);
  const width = texts.reduce((sum, { left, right, size }) => sum + (right - left) / size, 0) / texts.length;
  return (
    regular.length >= LEAST_LINES &&
    width <= MEAN_WIDTH &&
    texts.filter(({ figures }) => figures).length >= FIGURES * texts.length &&
    texts.length >= FILLED * rows.length * columns
  );
}
