import { MOST_PIXELS } from '../pdfium/page-raster.js';
import type { ColorRaster } from '../raster.js';

/** Takes the rows of a picture from the top, three bytes a pixel; the raster is smaller where it would have too many pixels. */
export interface RowSink {
  add(row: Uint8Array): void;
  raster(): ColorRaster;
  /** Pixels of the picture in one of the raster, along and down. */
  factor: number;
}

export function rowSink(width: number, height: number): RowSink {
  const factor = Math.ceil(Math.sqrt((width * height) / MOST_PIXELS)) || 1;
  const across = Math.max(1, Math.floor(width / factor));
  const down = Math.max(1, Math.floor(height / factor));
  const pixels = new Uint8Array(3 * across * down);
  const sums = new Uint32Array(3 * across);
  let rows = 0;
  let at = 0;
  const gather = (row: Uint8Array): void => {
    for (let x = 0, from = 0; x < across; x++) {
      for (let k = 0; k < factor; k++, from += 3) {
        sums[3 * x] = (sums[3 * x] ?? 0) + (row[from] ?? 0);
        sums[3 * x + 1] = (sums[3 * x + 1] ?? 0) + (row[from + 1] ?? 0);
        sums[3 * x + 2] = (sums[3 * x + 2] ?? 0) + (row[from + 2] ?? 0);
      }
    }
  };
  return {
    factor,
    add(row) {
      if (at >= pixels.length) return;
      if (factor === 1) {
        pixels.set(row, at);
        at += row.length;
        return;
      }
      gather(row);
      rows++;
      if (rows < factor) return;
      for (let i = 0; i < sums.length; i++) pixels[at++] = (sums[i] ?? 0) / (factor * factor);
      sums.fill(0);
      rows = 0;
    },
    raster: () => ({ width: across, height: down, pixels }),
  };
}
