import type { ColorRaster, GrayRaster } from '../../raster/raster.js';
import { CELL, type CellCounts } from './colored-cells.js';

/** A picture without colour, and where its colours were. */
export interface GrayOfPage {
  gray: GrayRaster;
  cells: CellCounts;
}

/** So much one colour has to stand out for a pixel to count as red or blue. */
const STANDS_OUT = 50;
/** Shadows of black letters look coloured where a lens or a JPEG blurs them. */
const LEAST_LIGHT = 110;
/** Brightness of black ink, whatever lies over it. */
const BLACK = 110;

/** Brightness by the shares of Rec. 601, and for each square of the page how many of its pixels are coloured and how many black. */
export function grayOfPage({ width, height, pixels }: ColorRaster): GrayOfPage {
  const gray = new Uint8Array(width * height);
  const across = Math.ceil(width / CELL);
  const down = Math.ceil(height / CELL);
  const colored = new Uint16Array(across * down);
  const black = new Uint16Array(across * down);
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    const cells = Math.floor(y / CELL) * across;
    for (let x = 0; x < width; x++, at++, from += 3) {
      const red = pixels[from] ?? 0;
      const green = pixels[from + 1] ?? 0;
      const blue = pixels[from + 2] ?? 0;
      gray[at] = (77 * red + 150 * green + 29 * blue + 128) >> 8;
      const most = Math.max(red, blue);
      if (most < BLACK) {
        const cell = cells + Math.floor(x / CELL);
        black[cell] = (black[cell] ?? 0) + 1;
      } else if (most - green > STANDS_OUT && most >= LEAST_LIGHT) {
        const cell = cells + Math.floor(x / CELL);
        colored[cell] = (colored[cell] ?? 0) + 1;
      }
    }
  }
  return { gray: { width, height, pixels: gray }, cells: { across, down, colored, black } };
}
