import type { GrayRaster } from '../../raster/raster.js';
import type { LineMeasures } from './line-measures.js';

/** Pixels of one row that may be of a line; `to` is exclusive. */
export interface LineRun {
  y: number;
  from: number;
  to: number;
  /** Of dots or dashes. */
  dotted?: true;
}

/** What crosses a line is not much paler than it. */
const AS_DARK = 40;

/**
 * Runs along the rows, over specks and over what crosses them, long enough to be pieces of lines.
 * @param ink the picture's `lineInk`
 */
export function lineRuns(picture: GrayRaster, ink: Uint8Array, measures: LineMeasures): LineRun[] {
  const { width, height } = picture;
  const { speck, crossing, piece, filled: least } = measures;
  const runs: LineRun[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let from = -1;
    let last = -1;
    let filled = 0;
    const close = (): void => {
      const length = last + 1 - from;
      if (from >= 0 && length >= piece && filled >= least * length) runs.push({ y, from, to: last + 1 });
    };
    for (let x = 0; x < width; x++) {
      const i = row + x;
      if (!ink[i]) continue;
      const gap = x - last - 1;
      const goesOn =
        from >= 0 && (gap <= speck || (gap <= crossing && isDark(picture, row + last, i, measures)));
      if (!goesOn) {
        close();
        from = x;
        filled = 0;
      }
      filled++;
      last = x;
    }
    close();
  }
  return runs;
}

/** Whether all that stands between two pixels of a row is about as dark as they are, and darker than the paper beside them. */
function isDark(
  { width, pixels }: GrayRaster,
  from: number,
  to: number,
  { window, contrast }: LineMeasures,
): boolean {
  let paper = 0;
  for (let k = -window; k <= window; k++) paper = Math.max(paper, pixels[from + k * width] ?? 0);
  const ends = Math.max(pixels[from] ?? 0, pixels[to] ?? 0);
  const palest = Math.min(ends + AS_DARK, paper - 2 * contrast);
  for (let i = from + 1; i < to; i++) if ((pixels[i] ?? 0) > palest) return false;
  return true;
}
