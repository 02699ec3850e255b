import type { GrayRaster } from '../../raster/raster.js';
import { type PaperMap, SQUARE } from './paper-map.js';

const WHITE = 255;

/**
 * Makes the paper evenly bright, in place: every pixel by the paper around it.
 * @param factor pixels of the picture for one of the picture the map was measured on
 * @param tones what each brightness becomes after that
 */
export function evenLight(
  { width, height, pixels }: GrayRaster,
  map: PaperMap,
  factor: number,
  tones: Uint8Array,
): void {
  const { across, down, light } = map;
  const gains = light.map((level) => WHITE / level);
  const side = SQUARE * factor;
  const row = new Float32Array(across);
  for (let y = 0; y < height; y++) {
    const at = (y + 0.5) / side - 0.5;
    const above = Math.max(0, Math.min(down - 1, Math.floor(at)));
    const below = Math.min(down - 1, above + 1);
    const share = Math.max(0, Math.min(1, at - above));
    for (let x = 0; x < across; x++) {
      row[x] = (gains[above * across + x] ?? 1) * (1 - share) + (gains[below * across + x] ?? 1) * share;
    }
    evenRow(pixels, y * width, width, row, side, tones);
  }
}

/** Between the middles of two squares the gain grows evenly. */
function evenRow(
  pixels: Uint8Array,
  start: number,
  width: number,
  gains: Float32Array,
  side: number,
  tones: Uint8Array,
): void {
  const last = gains.length - 1;
  for (let square = -1; square <= last; square++) {
    const from = Math.max(0, Math.round((square + 0.5) * side));
    const to = square === last ? width : Math.min(width, Math.round((square + 1.5) * side));
    const first = gains[Math.max(0, square)] ?? 1;
    const step = ((gains[Math.min(last, square + 1)] ?? 1) - first) / side;
    let gain = first + step * (from + 0.5 - (square + 0.5) * side);
    for (let i = start + from; i < start + to; i++, gain += step) {
      const level = (pixels[i] ?? 0) * gain;
      pixels[i] = tones[level > WHITE ? WHITE : level | 0] ?? WHITE;
    }
  }
}
