import type { GrayRaster } from '../../raster/raster.js';
import type { LineMeasures } from './line-measures.js';

/** Pixels of one row that may be of a line; `to` is exclusive. */
export interface LineRun {
  y: number;
  from: number;
  to: number;
  /** How many of them are thin and dark: the others are specks and crossings. */
  filled: number;
}

/** Share of a run that is thin and dark at least. */
const LEAST_FILLED = 0.5;
/** What crosses a line is not much paler than it. */
const AS_DARK = 40;

/** Runs along the rows, over specks and over what crosses them, long enough to be pieces of lines. */
export function lineRuns(
  { width, height, pixels }: GrayRaster,
  thin: Uint8Array,
  { contrast, speck, crossing, piece }: LineMeasures,
): LineRun[] {
  const runs: LineRun[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let from = -1;
    let last = -1;
    let filled = 0;
    const close = (): void => {
      if (from >= 0 && last + 1 - from >= piece && filled >= LEAST_FILLED * (last + 1 - from)) {
        runs.push({ y, from, to: last + 1, filled });
      }
      filled = 0;
    };
    for (let x = 0; x < width; x++) {
      if ((thin[row + x] ?? 0) < contrast) continue;
      const gap = x - last - 1;
      const goesOn =
        from >= 0 && (gap <= speck || (gap <= crossing && isDark(pixels, row + last, row + x)));
      if (!goesOn) {
        close();
        from = x;
      }
      filled++;
      last = x;
    }
    close();
  }
  return runs;
}

/** Whether all that stands between two pixels of a row is about as dark as they are. */
function isDark(pixels: Uint8Array, from: number, to: number): boolean {
  const palest = Math.max(pixels[from] ?? 0, pixels[to] ?? 0) + AS_DARK;
  for (let i = from + 1; i < to; i++) if ((pixels[i] ?? 0) > palest) return false;
  return true;
}
