import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineFragment } from './line-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** Points of a line that are looked at together, with as many before and after them. */
const STRETCH = 24;
/** More than this share of the columns strokes do not touch. */
const FREE = 0.7;

/** The shade a line has by itself, without what stands on it. */
export interface OwnShade {
  at(x: number, y: number): number;
  /** What is beside the line, and how much darker than that it is where it is darkest. */
  paper: number;
  darkness: number;
}

/** Tells what a line along the rows itself looks like, row by row: as it mostly is over a stretch of it. */
export function ownShade(
  picture: GrayRaster,
  { pieces }: JoinedLine,
  { window, pixelsPerPoint }: LineMeasures,
): OwnShade {
  const stretch = Math.max(8, Math.round(STRETCH * pixelsPerPoint));
  const shades = pieces.map((piece) => ({ piece, rows: rowsOf(picture, piece, stretch, window) }));
  const all = shades.flatMap(({ rows }) => rows);
  const paper = Math.max(0, ...all.flatMap((row) => [...row]));
  const darkest = median(all.map((row) => Math.min(...row)));
  return {
    paper,
    darkness: paper - darkest,
    at(x, y) {
      const { piece, rows } = shades.find(({ piece: { to } }) => x < to) ?? shades.at(-1) ?? {};
      if (!piece || !rows) return paper;
      const number = Math.max(0, Math.min(rows.length - 1, Math.floor((x - piece.from) / stretch)));
      return rows[number]?.[y - rowAt(piece, x) + window] ?? paper;
    },
  };
}

const rowAt = ({ at, slope, from, to }: LineFragment, x: number): number =>
  Math.floor(at + slope * (x - (from + to) / 2));

/** For each stretch of a piece the shades of the rows around its middle. */
function rowsOf(
  { width, height, pixels }: GrayRaster,
  piece: LineFragment,
  stretch: number,
  window: number,
): Uint8Array[] {
  const count = Math.max(1, Math.ceil((piece.to - piece.from) / stretch));
  return Array.from({ length: count }, (_, i) => {
    const from = Math.max(piece.from, piece.from + (i - 1) * stretch);
    const to = Math.min(piece.to, piece.from + (i + 2) * stretch);
    return Uint8Array.from({ length: 2 * window + 1 }, (_, k) => {
      const levels = new Uint8Array(to - from);
      for (let x = from; x < to; x++) {
        const y = Math.max(0, Math.min(height - 1, rowAt(piece, x) + k - window));
        levels[x - from] = pixels[y * width + x] ?? 0;
      }
      return levels.sort()[Math.floor(FREE * (levels.length - 1))] ?? 0;
    });
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
