import { imageOf, inverse, type Matrix } from '../printed/page/matrix.js';
import type { ColorRaster } from './raster.js';

/** As many samples along and down make a pixel of a picture that is laid smaller than it is. */
const MOST_SAMPLES = 4;

/**
 * Lays a picture onto another, in place, as a matrix turns, mirrors and stretches it: between pixels by their four neighbours.
 * @param onTarget from pixels of the picture to pixels of the target; one without area lays nothing
 */
export function layPicture(target: ColorRaster, picture: ColorRaster, onTarget: Matrix): void {
  const toPicture = inverse(onTarget);
  if (!toPicture) return;
  const around = imageOf(onTarget, 0, 0, picture.width, picture.height);
  const last = {
    x: Math.min(target.width, Math.ceil(around.right)),
    y: Math.min(target.height, Math.ceil(around.bottom)),
  };
  const [a, b, c, d, e, f] = toPicture;
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(Math.sqrt(Math.abs(a * d - b * c)))));
  const sums = new Float64Array(3);
  for (let y = Math.max(0, Math.floor(around.top)); y < last.y; y++) {
    for (let x = Math.max(0, Math.floor(around.left)); x < last.x; x++) {
      let count = 0;
      sums.fill(0);
      for (let k = 0; k < samples * samples; k++) {
        const px = x + ((k % samples) + 0.5) / samples;
        const py = y + (Math.floor(k / samples) + 0.5) / samples;
        count += addColor(sums, picture, a * px + c * py + e, b * px + d * py + f);
      }
      if (count === 0) continue;
      const at = 3 * (y * target.width + x);
      for (let i = 0; i < 3; i++) target.pixels[at + i] = Math.round((sums[i] ?? 0) / count);
    }
  }
}

/** Adds the colour of a picture at a point; gives 1, or 0 outside the picture, which has none there. */
function addColor(sums: Float64Array, { width, height, pixels }: ColorRaster, u: number, v: number): number {
  if (u < 0 || v < 0 || u > width || v > height) return 0;
  const x = Math.min(width - 1, Math.max(0, u - 0.5));
  const y = Math.min(height - 1, Math.max(0, v - 0.5));
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const bottom = y - top;
  const here = 3 * (top * width + left);
  const across = left + 1 < width ? 3 : 0;
  const down = top + 1 < height ? 3 * width : 0;
  for (let i = 0, at = here; i < 3; i++, at++) {
    const above = (pixels[at] ?? 0) * (1 - right) + (pixels[at + across] ?? 0) * right;
    const below = (pixels[at + down] ?? 0) * (1 - right) + (pixels[at + down + across] ?? 0) * right;
    sums[i] = (sums[i] ?? 0) + above * (1 - bottom) + below * bottom;
  }
  return 1;
}
