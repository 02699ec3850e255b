import type { Homography } from './homography.js';
import type { GrayRaster } from './raster.js';

const WHITE = 255;
/** The shares of neighbours are counted in 1/256. */
const UNIT = 256;

/**
 * A picture seen through a map that takes points of the new one to points of the source, between pixels by their four neighbours;
 * white where the source has nothing.
 */
export function warpGray(
  source: GrayRaster,
  toSource: Homography,
  width: number,
  height: number,
): GrayRaster {
  const pixels = new Uint8Array(width * height).fill(WHITE);
  const target: GrayRaster = { width, height, pixels };
  const [a, b, c, d, e, f, g, h, i] = toSource;
  const isAffine = g === 0 && h === 0;
  const from = source.pixels;
  const stride = source.width;
  const [lastX, lastY] = [source.width - 1, source.height - 1];
  let at = 0;
  for (let y = 0; y < height; y++) {
    let u = a * 0.5 + b * (y + 0.5) + c;
    let v = d * 0.5 + e * (y + 0.5) + f;
    let w = g * 0.5 + h * (y + 0.5) + i;
    const scale = UNIT / w;
    for (let x = 0; x < width; x++, at++, u += a, v += d, w += g) {
      const factor = isAffine ? scale : UNIT / w;
      const sx = u * factor - UNIT / 2;
      const sy = v * factor - UNIT / 2;
      const fx = sx | 0;
      const fy = sy | 0;
      const left = fx >> 8;
      const top = fy >> 8;
      if (sx < 0 || sy < 0 || left >= lastX || top >= lastY) {
        const [nearX, nearY] = [Math.round(sx / UNIT), Math.round(sy / UNIT)];
        if (nearX >= 0 && nearY >= 0 && nearX <= lastX && nearY <= lastY) {
          pixels[at] = from[nearY * stride + nearX] ?? WHITE;
        }
        continue;
      }
      const rx = fx & 255;
      const ry = fy & 255;
      const p = top * stride + left;
      const above = (from[p] ?? 0) * (UNIT - rx) + (from[p + 1] ?? 0) * rx;
      const below = (from[p + stride] ?? 0) * (UNIT - rx) + (from[p + stride + 1] ?? 0) * rx;
      pixels[at] = (above * (UNIT - ry) + below * ry + 32768) >> 16;
    }
  }
  return target;
}
