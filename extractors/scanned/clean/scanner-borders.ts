import type { GrayRaster } from '../../raster/raster.js';

/** Edges of a picture, and how deep from each of them it is dark, for each pixel along. */
export interface Borders {
  left: Int32Array;
  right: Int32Array;
  top: Int32Array;
  bottom: Int32Array;
}

/** Dark strips reach no deeper than this share of the picture. */
const DEEPEST = 0.15;
/** Thinner ones may be rules at the edge of a picture that was cut out. */
const THINNEST = 4;
/** A rule that meets the edge is narrower than this. */
const WINDOW = 12;
/** Light pixels that are passed over within a dark strip. */
const GAP = 2;
/** Shares of the brightness of the best paper: a strip is darker than the one, and the paper beside it brighter than the other. */
const DARK = 0.5;
const BRIGHT = 0.66;
/** Pixels in which a strip gives way to paper; shadows take longer. */
const STEP = 4;
/** Pixels beside a strip that are painted over with it: its blurred edge runs straight, and would be taken for a rule. */
const SEAM = 3;

/**
 * What a scanner sees beside the paper: strips along the edges of the picture that are dark throughout and end sharply.
 * @param best brightness of the paper
 */
export function scannerBorders({ width, height, pixels }: GrayRaster, best: number): Borders {
  const depths = (count: number, depth: number, start: number, along: number, inward: number): Int32Array => {
    const most = Math.floor(depth * DEEPEST);
    const found = new Int32Array(count);
    for (let s = 0; s < count; s++) {
      let [deep, gap] = [0, 0];
      for (let d = 0; d < most && gap <= GAP; d++) {
        if ((pixels[start + s * along + d * inward] ?? 0) < DARK * best) {
          deep = d + 1;
          gap = 0;
        } else gap++;
      }
      const beside = pixels[start + s * along + (deep + STEP) * inward] ?? 0;
      found[s] = deep < most && beside > BRIGHT * best ? deep : 0;
    }
    return withoutNarrow(found);
  };
  return {
    left: depths(height, width, 0, width, 1),
    right: depths(height, width, width - 1, width, -1),
    top: depths(width, height, 0, 1, width),
    bottom: depths(width, height, (height - 1) * width, 1, -width),
  };
}

/** Each depth as most around it are: rules that meet the edge, and ink beside the strip, are of a few places only. */
const withoutNarrow = (depths: Int32Array): Int32Array =>
  depths.map((_, i) => {
    const around = depths.slice(Math.max(0, i - WINDOW), i + WINDOW + 1).sort();
    const depth = around[around.length >> 1] ?? 0;
    return depth < THINNEST ? 0 : depth;
  });

export const hasBorders = (borders: Borders): boolean =>
  Object.values(borders).some((depths: Int32Array) => depths.some((depth) => depth > 0));

/**
 * Paints the strips over.
 * @param factor pixels of the picture for one of the borders'
 * @param value what they become
 */
export function paintBorders(
  { width, height, pixels }: GrayRaster,
  borders: Borders,
  factor: number,
  value: number,
): void {
  const paint = (depths: Int32Array, count: number, start: number, along: number, inward: number): void => {
    for (let s = 0; s < count; s++) {
      const depth = depths[Math.min(depths.length - 1, Math.floor(s / factor))] ?? 0;
      const deep = depth && (depth + SEAM) * factor;
      for (let d = 0; d < deep; d++) pixels[start + s * along + d * inward] = value;
    }
  };
  paint(borders.left, height, 0, width, 1);
  paint(borders.right, height, width - 1, width, -1);
  paint(borders.top, width, 0, 1, width);
  paint(borders.bottom, width, (height - 1) * width, 1, -width);
}
