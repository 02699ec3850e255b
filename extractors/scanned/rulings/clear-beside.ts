import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** Points beside a line where paper has to be seen. */
const BESIDE = 1;
/** Paper is paler than the line by this share of what it mostly is. */
const PALER = 0.5;

/**
 * Share of a line, both sides taken together, beside which there is paper: strokes of characters are crossed and met by
 * others.
 * @param smooth the picture smoothed along its rows
 */
export function clearBeside(
  { width, height, pixels }: GrayRaster,
  { pieces }: JoinedLine,
  { contrast, pixelsPerPoint }: LineMeasures,
): number {
  const at = (x: number, y: number): number =>
    pixels[Math.max(0, Math.min(height - 1, Math.floor(y))) * width + x] ?? 0;
  const counts = new Uint32Array(256);
  let seen = 0;
  for (const piece of pieces) {
    const away = piece.thickness / 2 + Math.max(1.5, BESIDE * pixelsPerPoint);
    for (let x = piece.from; x < piece.to; x++) {
      const y = piece.at + piece.slope * (x - (piece.from + piece.to) / 2);
      const own = Math.min(at(x, y - 1), at(x, y), at(x, y + 1));
      for (const side of [at(x, y - away), at(x, y + away)]) {
        const paler = Math.max(0, side - own);
        counts[paler] = (counts[paler] ?? 0) + 1;
        seen++;
      }
    }
  }
  const least = Math.max(contrast, PALER * usual(counts, seen));
  let clear = 0;
  for (let paler = Math.ceil(least); paler < counts.length; paler++) clear += counts[paler] ?? 0;
  return seen === 0 ? 0 : clear / seen;
}

/** The median of what is counted. */
function usual(counts: Uint32Array, seen: number): number {
  let sum = 0;
  for (let value = 0; value < counts.length; value++) {
    sum += counts[value] ?? 0;
    if (2 * sum >= seen) return value;
  }
  return 0;
}
