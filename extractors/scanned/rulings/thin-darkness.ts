import type { GrayRaster } from '../../raster/raster.js';

/**
 * How much darker each pixel is than what is above and below it within a window: a black top-hat with a vertical segment (closing
 * minus picture). What is dark over more than the window is 0, whatever its shade: strokes that run across, filled areas, the
 * edges of backgrounds. A window that reaches over the edge of the picture takes what is inside.
 */
export function thinDarkness({ width, height, pixels }: GrayRaster, window: number): Uint8Array {
  const closed = highestBelow(pixels, width, height, window);
  lowestAbove(closed, width, height, window);
  for (let i = 0; i < closed.length; i++) closed[i] = (closed[i] ?? 0) - (pixels[i] ?? 0);
  return closed;
}

/** The largest of each pixel and those below it within the window: running extremes of van Herk, in blocks of the window. */
function highestBelow(pixels: Uint8Array, width: number, height: number, window: number): Uint8Array {
  const fromStart = Uint8Array.from(pixels);
  const toEnd = Uint8Array.from(pixels);
  for (let y = 1; y < height; y++) {
    if (y % window === 0) continue;
    for (let i = y * width, end = i + width; i < end; i++) {
      const above = fromStart[i - width] ?? 0;
      if (above > (fromStart[i] ?? 0)) fromStart[i] = above;
    }
  }
  for (let y = height - 2; y >= 0; y--) {
    if ((y + 1) % window === 0) continue;
    for (let i = y * width, end = i + width; i < end; i++) {
      const below = toEnd[i + width] ?? 0;
      if (below > (toEnd[i] ?? 0)) toEnd[i] = below;
    }
  }
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + window - 1);
    if (Math.floor(last / window) === Math.floor(y / window)) continue;
    for (let i = y * width, j = last * width, end = i + width; i < end; i++, j++) {
      const beyond = fromStart[j] ?? 0;
      if (beyond > (toEnd[i] ?? 0)) toEnd[i] = beyond;
    }
  }
  return toEnd;
}

/** The smallest of each pixel and those above it within the window. In place. */
function lowestAbove(pixels: Uint8Array, width: number, height: number, window: number): void {
  const toEnd = Uint8Array.from(pixels);
  for (let y = height - 2; y >= 0; y--) {
    if ((y + 1) % window === 0) continue;
    for (let i = y * width, end = i + width; i < end; i++) {
      const below = toEnd[i + width] ?? 0;
      if (below < (toEnd[i] ?? 0)) toEnd[i] = below;
    }
  }
  for (let y = 1; y < height; y++) {
    if (y % window === 0) continue;
    for (let i = y * width, end = i + width; i < end; i++) {
      const above = pixels[i - width] ?? 0;
      if (above < (pixels[i] ?? 0)) pixels[i] = above;
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    const first = Math.max(0, y - window + 1);
    if (Math.floor(first / window) === Math.floor(y / window)) continue;
    for (let i = y * width, j = first * width, end = i + width; i < end; i++, j++) {
      const before = toEnd[j] ?? 0;
      if (before < (pixels[i] ?? 0)) pixels[i] = before;
    }
  }
}
