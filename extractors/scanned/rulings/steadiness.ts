import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** As dark as this part of where a line is darkest is of it. */
const HALF = 0.5;
/** How far a place may be thinner or thicker than the line mostly is, as a part of that and in pixels. */
const UNLIKE = { part: 0.3, pixels: 1.2 };

/** Share of a line along the rows that is about as thick as the line mostly is: figures one above the other are not. */
export function steadiness(picture: GrayRaster, { pieces }: JoinedLine, measures: LineMeasures): number {
  const widths = pieces
    .flatMap(({ from, to, at, slope }) =>
      Array.from({ length: to - from }, (_, i) =>
        thicknessAt(picture, from + i, at + slope * (i - (to - from) / 2), measures),
      ),
    )
    .filter((width) => width !== null);
  const usual = [...widths].sort((a, b) => a - b)[widths.length >> 1] ?? 0;
  const most = Math.max(UNLIKE.pixels, UNLIKE.part * usual);
  if (widths.length === 0) return 1;
  return widths.filter((width) => Math.abs(width - usual) <= most).length / widths.length;
}

/** How thick what is dark at a place is; 0 where nothing is, null where a line crosses. */
function thicknessAt(
  { width, height, pixels }: GrayRaster,
  x: number,
  y: number,
  { window, contrast }: LineMeasures,
): number | null {
  const level = (row: number): number => pixels[Math.max(0, Math.min(height - 1, row)) * width + x] ?? 0;
  const middle = Math.floor(y);
  let [darkest, paper] = [middle, 0];
  for (let row = middle - window; row <= middle + window; row++) {
    paper = Math.max(paper, level(row));
    if (Math.abs(row - middle) <= window / 4 && level(row) < level(darkest)) darkest = row;
  }
  const dark = paper - level(darkest);
  if (dark < contrast) return paper < contrast ? null : 0;
  const isOfIt = (row: number): boolean => paper - level(row) >= HALF * dark;
  let [top, bottom] = [darkest, darkest];
  while (top > middle - window && isOfIt(top - 1)) top--;
  while (bottom < middle + window && isOfIt(bottom + 1)) bottom++;
  const thickness = bottom - top + 1;
  return thickness >= window ? null : thickness;
}
