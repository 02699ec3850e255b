import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** Points beside a line where paper has to be seen. */
const BESIDE = 1;
/** What goes on from the line for so many points is a rule that meets it, not a stroke. */
const MEETING = 10;
/** Paper is paler than the line by this share of what it mostly is. */
const PALER = 0.5;

/**
 * Share of a line, both sides taken together, beside which there is paper: strokes of characters are crossed and met by
 * others. Where rules meet it, and what is not drawn of a line of dots, does not count.
 */
export function clearBeside(
  { width, height, pixels }: GrayRaster,
  { pieces }: JoinedLine,
  { contrast, smoothing, pixelsPerPoint }: LineMeasures,
): number {
  const at = (x: number, y: number): number =>
    pixels[Math.max(0, Math.min(height - 1, Math.floor(y))) * width + x] ?? 0;
  const along = (x: number, y: number): number => {
    let sum = 0;
    for (let dx = -smoothing; dx <= smoothing; dx++) sum += at(Math.max(0, Math.min(width - 1, x + dx)), y);
    return sum / (2 * smoothing + 1);
  };
  const isMet = (x: number, y: number, step: number, palest: number): boolean => {
    for (let k = 0; k < MEETING * pixelsPerPoint; k += 2) if (at(x, y + k * step) > palest) return false;
    return true;
  };
  const counts = new Uint32Array(256);
  let seen = 0;
  for (const piece of pieces) {
    const isDotted = piece.runs.some(({ dotted }) => dotted);
    const away = piece.thickness / 2 + Math.max(1.5, BESIDE * pixelsPerPoint);
    for (let x = piece.from; x < piece.to; x++) {
      const y = piece.at + piece.slope * (x - (piece.from + piece.to) / 2);
      const own = Math.min(along(x, y - 1), along(x, y), along(x, y + 1));
      const sides = [at(x, y - away), at(x, y + away)];
      if (isDotted && sides.every((side) => side - own < contrast)) continue;
      for (const [i, side] of sides.entries()) {
        if (side - own < contrast && isMet(x, y + (i === 0 ? -away : away), i === 0 ? -1 : 1, own + contrast))
          continue;
        const paler = Math.max(0, Math.floor(side - own));
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
