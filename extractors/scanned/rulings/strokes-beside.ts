import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** So much darker than paper is a stroke. */
const DARK = 60;
/** Points a stroke reaches along the line from where it comes to it: the foot of a 0, of a 2. */
const REACH = 2;
/** Points beside the middle of a rule that runs across within which is only that. */
const BESIDE = 1;
const PAPER = 255;

/** Rows of a line with what is drawn around it, in one column; both are of it. */
export interface Crossed {
  top: number;
  bottom: number;
}

/** Columns of a line that strokes touch on each side. */
export interface TouchedColumns {
  above: Set<number>;
  below: Set<number>;
}

/**
 * Which columns of a line are touched by what runs across it: those, and where that is no rule the ones a stroke may reach to.
 * @param across the rules that run across
 */
export function strokesBeside(
  { width, height, pixels }: GrayRaster,
  crossed: ReadonlyMap<number, Crossed>,
  across: readonly JoinedLine[],
  { pixelsPerPoint }: LineMeasures,
): TouchedColumns {
  const reach = Math.round(REACH * pixelsPerPoint);
  const isDark = (x: number, y: number): boolean =>
    y >= 0 && y < height && (pixels[y * width + x] ?? 0) <= PAPER - DARK;
  const ofRules = new Set(
    across.flatMap(({ at, thickness }) => {
      const aside = thickness / 2 + BESIDE * pixelsPerPoint;
      const first = Math.floor(at - aside);
      return Array.from({ length: Math.ceil(at + aside) - first + 1 }, (_, k) => first + k);
    }),
  );
  const touchedFrom = (start: (rows: Crossed) => number): Set<number> => {
    const touched = new Set<number>();
    for (const [x, rows] of crossed) {
      if (!isDark(x, start(rows))) continue;
      const around = ofRules.has(x) ? 0 : reach;
      for (let near = x - around; near <= x + around; near++) touched.add(near);
    }
    return touched;
  };
  return { above: touchedFrom(({ top }) => top - 1), below: touchedFrom(({ bottom }) => bottom + 1) };
}
