import type { GrayRaster, PixelBox } from '../../raster/raster.js';

/** Darker than this is ink: the middle between the ink and the paper of a page, within what is no shade of either. */
export function inkThreshold({ pixels }: GrayRaster): number {
  const counts = new Float64Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let below = 0;
  let sumBelow = 0;
  let sum = 0;
  for (let i = 0; i < 256; i++) sum += i * (counts[i] ?? 0);
  let best = 0;
  let threshold = 128;
  for (let i = 0; i < 256; i++) {
    below += counts[i] ?? 0;
    sumBelow += i * (counts[i] ?? 0);
    const above = pixels.length - below;
    if (below === 0 || above === 0) continue;
    const apart = (sumBelow / below - (sum - sumBelow) / above) ** 2 * below * above;
    if (apart > best) {
      best = apart;
      threshold = i + 1;
    }
  }
  return Math.min(200, Math.max(110, threshold));
}

/** Pixels of ink in each row of a box. */
export function inkOfRows(picture: GrayRaster, box: PixelBox, threshold: number): Uint32Array {
  const counts = new Uint32Array(Math.max(0, box.bottom - box.top));
  for (let y = box.top; y < box.bottom; y++) {
    const start = y * picture.width;
    let count = 0;
    for (let i = start + box.left; i < start + box.right; i++) {
      if ((picture.pixels[i] as number) < threshold) count++;
    }
    counts[y - box.top] = count;
  }
  return counts;
}

/** Pixels of ink in each column of a box. */
export function inkOfColumns(picture: GrayRaster, box: PixelBox, threshold: number): Uint32Array {
  const counts = new Uint32Array(Math.max(0, box.right - box.left));
  for (let y = box.top; y < box.bottom; y++) {
    const start = y * picture.width + box.left;
    for (let x = 0; x < counts.length; x++) {
      if ((picture.pixels[start + x] as number) < threshold) counts[x] = (counts[x] as number) + 1;
    }
  }
  return counts;
}

/** A stretch of rows or columns; the end is exclusive. */
export interface InkStretch {
  from: number;
  to: number;
}

/** Stretches with ink, joined over gaps of less than `gap`. */
export function stretchesOf(counts: Uint32Array, gap: number): InkStretch[] {
  const stretches: InkStretch[] = [];
  counts.forEach((count, i) => {
    if (count === 0) return;
    const last = stretches.at(-1);
    if (last && i - last.to < gap) last.to = i + 1;
    else stretches.push({ from: i, to: i + 1 });
  });
  return stretches;
}
