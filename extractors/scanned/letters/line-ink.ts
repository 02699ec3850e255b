import { type InkStretch, stretchesOf } from './ink-columns.js';
import { LINE_HEIGHT, type LinePicture } from './line-picture.js';
import type { InkMask } from './operator-shape.js';

/** Ink parted from other ink by columns of paper, in pixels of the line. */
export interface InkPiece extends InkStretch {
  /** Rows of it; the end is exclusive. */
  top: number;
  bottom: number;
  /** Pixels of ink. */
  area: number;
}

/** A piece with less ink is a speck: the dots of figures have twice as much. */
const SPECK = 5;
/** Widest break of a level stroke, and how high it is. */
const BREAK = 3;
const FLAT = 6;
/** Between the darkest ink (0) and paper (1), lighter than this is paper; strokes thinner than others are ink up to the second. */
const PAPER_FROM = 0.6;
const FAINT_TO = 0.8;

/** The pieces of ink of a line from left to right, without specks. */
export const inkPieces = (line: LinePicture): InkPiece[] => piecesTo(line, PAPER_FROM);

/** Ink of a line that is paler than its pieces and parted from them by paper. */
export const faintPieces = (line: LinePicture, pieces: readonly InkPiece[]): InkPiece[] =>
  piecesTo(line, FAINT_TO).filter((faint) =>
    pieces.every(({ from, to }) => faint.to <= from || faint.from >= to),
  );

function piecesTo(line: LinePicture, share: number): InkPiece[] {
  const level = levelOf(line, share);
  const counts = new Uint32Array(line.width);
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = 0; x < line.width; x++) {
      if ((line.values[y * line.width + x] as number) < level) counts[x] = (counts[x] as number) + 1;
    }
  }
  const pieces = stretchesOf(counts, 1).map((stretch): InkPiece => {
    let area = 0;
    for (let x = stretch.from; x < stretch.to; x++) area += counts[x] ?? 0;
    const { top, height } = maskOf(line, stretch, share);
    return { ...stretch, area, top, bottom: top + height };
  });
  return joinStrokes(pieces).filter(({ area }) => area >= SPECK);
}

/** A level stroke so thin that it breaks (一) is one piece. */
function joinStrokes(pieces: readonly InkPiece[]): InkPiece[] {
  const joined: InkPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      isFlat(last) &&
      isFlat(piece) &&
      piece.from - last.to <= BREAK &&
      piece.top < last.bottom &&
      last.top < piece.bottom;
    if (!goesOn) joined.push({ ...piece });
    else {
      last.to = piece.to;
      last.area += piece.area;
      last.top = Math.min(last.top, piece.top);
      last.bottom = Math.max(last.bottom, piece.bottom);
    }
  }
  return joined;
}

const isFlat = ({ top, bottom }: InkPiece): boolean => bottom - top <= FLAT;

/**
 * The ink of a stretch, without paper around it.
 * @param share from 0, the darkest, to 1, paper: what is lighter is paper
 */
export function maskOf(
  line: LinePicture,
  { from, to }: InkStretch,
  share: number,
): InkMask & { top: number } {
  const level = levelOf(line, share);
  const isInk = (x: number, y: number): boolean => (line.values[y * line.width + x] ?? 1) < level;
  let [left, right, top, bottom] = [to, from, LINE_HEIGHT, 0];
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = from; x < to; x++) {
      if (!isInk(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) ink[y * width + x] = isInk(left + x, top + y) ? 1 : 0;
  }
  return { width, height, ink, top };
}

function levelOf({ values, paper, dark }: LinePicture, share: number): number {
  return values.length === 0 ? 0 : dark + share * (paper - dark);
}
