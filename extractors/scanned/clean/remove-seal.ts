import type { ColorRaster, GrayRaster, PixelBox } from '../../raster/raster.js';
import { percentile } from './percentile.js';

/** Ratio of the weakest colour to the strongest below which a pixel is of the seal's ink without doubt. */
const FULL_INK = 0.55;
/** Below this a pixel of the box is looked at; paper is above it. */
const SOME_INK = 0.93;
/** Percentile of the strongest colour over inked pixels: what the ink keeps of it where it lies on paper alone. */
const ON_PAPER = 0.6;
/** Percentile of the ratio over inked pixels: ink without gaps. */
const DENSE = 0.25;
const LEAST_PIXELS = 30;

/**
 * Takes the colour of a seal out of a box of the gray picture. Ink of a colour takes light of the others away and hardly any of its
 * own (`kept`), in the measure in which it covers the paper; the ratio of two colours tells that measure, and black below does not
 * change it. What is left of the strongest colour beyond that is the print.
 */
export function removeSeal({ width, pixels }: ColorRaster, gray: GrayRaster, box: PixelBox): void {
  for (const strongest of [0, 2]) {
    const paper = paperOf(pixels, width, box, strongest);
    const ink = inkOf(pixels, width, box, strongest);
    if (!ink) continue;
    const kept = Math.min(1, ink.strong / paper);
    const weak = ink.ratio * kept;
    for (let y = box.top; y < box.bottom; y++) {
      for (let i = y * width + box.left; i < y * width + box.right; i++) {
        const strong = pixels[3 * i + strongest] ?? 0;
        const ratio = Math.min(pixels[3 * i + 1] ?? 0, pixels[3 * i + 2 - strongest] ?? 0) / (strong || 1);
        if (ratio >= SOME_INK) continue;
        const cover = Math.max(0, Math.min(1, (1 - ratio) / (1 - weak - ratio * (1 - kept))));
        gray.pixels[i] = Math.max(gray.pixels[i] ?? 0, Math.min(255, strong / (1 - cover * (1 - kept))));
      }
    }
  }
}

/** Brightness of the paper in a colour: what most of the brighter half have. */
function paperOf(pixels: Uint8Array, width: number, box: PixelBox, color: number): number {
  const levels = new Uint32Array(256);
  for (let y = box.top; y < box.bottom; y++) {
    for (let i = y * width + box.left; i < y * width + box.right; i++) {
      const level = pixels[3 * i + color] ?? 0;
      levels[level] = (levels[level] ?? 0) + 1;
    }
  }
  return percentile(levels, 0.8);
}

/** The ink by itself: its strongest colour, and what of the weakest there is for it; null where there is none. */
function inkOf(
  pixels: Uint8Array,
  width: number,
  box: PixelBox,
  strongest: number,
): { strong: number; ratio: number } | null {
  const strongs = new Uint32Array(256);
  const ratios = new Uint32Array(256);
  let count = 0;
  for (let y = box.top; y < box.bottom; y++) {
    for (let i = y * width + box.left; i < y * width + box.right; i++) {
      const strong = pixels[3 * i + strongest] ?? 0;
      const other = pixels[3 * i + 2 - strongest] ?? 0;
      const ratio = Math.min(pixels[3 * i + 1] ?? 0, other) / (strong || 1);
      if (ratio > FULL_INK || strong < other || strong < 60) continue;
      strongs[strong] = (strongs[strong] ?? 0) + 1;
      const step = Math.round(ratio * 255);
      ratios[step] = (ratios[step] ?? 0) + 1;
      count++;
    }
  }
  if (count < LEAST_PIXELS) return null;
  return { strong: percentile(strongs, ON_PAPER), ratio: percentile(ratios, DENSE) / 255 };
}
