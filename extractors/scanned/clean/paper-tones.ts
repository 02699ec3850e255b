import type { Quadrilateral } from '../../raster/homography.js';
import type { GrayRaster } from '../../raster/raster.js';
import { isInside } from './page-outline.js';
import { type PaperMap, SQUARE } from './paper-map.js';
import { percentile } from './percentile.js';

const WHITE = 255;
/** Paper is not darker than this once its light is even. */
const DARKEST_PAPER = 190;
/** Where the paper's levels end: those that are so much rarer than its commonest. */
const RARE = 0.25;
const MOST_SPREAD = 16;
/** Level of the darkest that becomes black: faded ink is made darker, ink that is dark enough stays as it is. */
const DARKEST_SHARE = 0.002;
const MOST_FADED = 90;

/**
 * What the levels of a picture become once its light is even: the paper with its noise white, the darkest ink black, what lies between
 * in proportion.
 * @param outline corners of the page where it does not fill the picture
 */
export function paperTones(gray: GrayRaster, paper: PaperMap, outline: Quadrilateral | null): Uint8Array {
  const levels = evenLevels(gray, paper, outline);
  let commonest = DARKEST_PAPER;
  for (let level = DARKEST_PAPER; level <= WHITE; level++) {
    if ((levels[level] ?? 0) > (levels[commonest] ?? 0)) commonest = level;
  }
  let white = commonest;
  const least = RARE * (levels[commonest] ?? 0);
  while (white > commonest - MOST_SPREAD && (levels[white] ?? 0) > least) white--;
  const black = Math.min(MOST_FADED, percentile(levels, DARKEST_SHARE));
  return Uint8Array.from({ length: WHITE + 1 }, (_, level) =>
    Math.max(0, Math.min(WHITE, Math.round((WHITE * (level - black)) / Math.max(1, white - black)))),
  );
}

/** Every other row and column is enough to count. */
const EVERY = 2;

/** How often each level comes on the page once the light is even. */
function evenLevels(
  { width, height, pixels }: GrayRaster,
  { across, light }: PaperMap,
  outline: Quadrilateral | null,
): Uint32Array {
  const levels = new Uint32Array(WHITE + 1);
  for (let y = 0; y < height; y += EVERY) {
    for (let x = 0; x < width; x += EVERY) {
      if (outline && !isInside(outline, [x, y])) continue;
      const paper = light[Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)] ?? WHITE;
      const level = Math.min(WHITE, Math.floor((WHITE * (pixels[y * width + x] ?? 0)) / paper));
      levels[level] = (levels[level] ?? 0) + 1;
    }
  }
  return levels;
}
