import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** How far (points) a line goes on over its ends, into the rules it meets. */
const OVER_END = 2.5;

/**
 * Paints lines along the rows over with what is beside them; strokes that cross or touch them stay. In place.
 */
export function eraseLines(
  { width, height, pixels }: GrayRaster,
  lines: readonly JoinedLine[],
  { window, contrast, halo, pixelsPerPoint }: LineMeasures,
): void {
  const beside = windowPaper(width, height, pixels, window);
  const overEnd = Math.round(OVER_END * pixelsPerPoint);
  const isInk = (x: number, y: number): boolean => beside(x, y) - (pixels[y * width + x] ?? 0) >= contrast;
  const goesOnTo = (x: number, y: number, step: number): number => {
    let end = x;
    for (let k = 0; k < overEnd && end + step >= 0 && end + step < width && isInk(end + step, y); k++)
      end += step;
    return end;
  };
  for (const { pieces, ...line } of lines) {
    const painted = new Map<number, number>();
    for (const { runs } of pieces) {
      for (const { y, from, to } of runs) {
        const first = goesOnTo(Math.max(from, line.from), y, -1);
        const last = goesOnTo(Math.min(to, line.to) - 1, y, 1);
        for (let x = first; x <= last; x++) {
          if (!isInk(x, y)) continue;
          for (let row = Math.max(0, y - halo); row <= Math.min(height - 1, y + halo); row++) {
            painted.set(row * width + x, beside(x, row));
          }
        }
      }
    }
    for (const [i, paper] of painted) pixels[i] = paper;
  }
}

/** The shade a pixel has once thin lines along the rows are taken away: the closing of `thinDarkness` at one place. */
function windowPaper(
  width: number,
  height: number,
  pixels: Uint8Array,
  window: number,
): (x: number, y: number) => number {
  const highest = new Uint8Array(window);
  return (x, y) => {
    let above = 0;
    for (let k = 0; k < window; k++) {
      const row = y - k;
      if (row >= 0) above = Math.max(above, pixels[row * width + x] ?? 0);
      highest[k] = above;
    }
    let below = 0;
    let lowest = 255;
    for (let k = 0; k < window; k++) {
      const row = y + k;
      if (row < height) below = Math.max(below, pixels[row * width + x] ?? 0);
      lowest = Math.min(lowest, Math.max(below, highest[window - 1 - k] ?? 0));
    }
    return lowest;
  };
}
