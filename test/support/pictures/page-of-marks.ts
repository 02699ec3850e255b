import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { SeededRandom } from '../seeded-random.js';
import { blank } from './made-picture.js';

export interface MarksOptions {
  width?: number;
  height?: number;
  /** Whether lines of text stand in a table. */
  ruled?: boolean;
  /** Side of a character. */
  size?: number;
}

/** A page for 150 dots per inch with a table of marks that look like characters from afar: no font is needed for it. */
export function pageOfMarks(seed: number, options: MarksOptions = {}): ColorRaster {
  const { width = 1240, height = 1754, ruled = true, size = 20 } = options;
  const random = new SeededRandom(seed);
  const page = blank(width, height);
  const [left, right] = [Math.round(width * 0.1), Math.round(width * 0.9)];
  const [top, bottom] = [Math.round(height * 0.12), Math.round(height * 0.88)];
  const row = Math.round(size * 2.2);
  const columns = [0, 0.15, 0.4, 0.8, 1].map((share) => Math.round(left + share * (right - left)));
  markLine(page, random, Math.round(width * 0.35), Math.round(height * 0.06), 14, size * 1.3);
  const rows: number[] = [];
  for (let y = top; y + row <= bottom; y += row) {
    rows.push(y);
    for (let c = 0; c + 1 < columns.length; c++) {
      const [from, to] = [columns[c] ?? 0, columns[c + 1] ?? 0];
      const most = Math.floor((to - from - size) / (size * 1.1));
      markLine(
        page,
        random,
        from + Math.round(size * 0.4),
        y + Math.round(size * 0.6),
        random.integer(1, most),
        size,
      );
    }
  }
  rows.push((rows.at(-1) ?? top) + row);
  if (!ruled) return page;
  const [first, last] = [rows[0] ?? top, rows.at(-1) ?? bottom];
  for (const y of rows) fillBox(page, left, y, right + 2, y + 2);
  for (const x of columns) fillBox(page, x, first, x + 2, last + 2);
  return page;
}

/** Fills a box with a colour. */
export function fillBox(
  { width, height, pixels }: ColorRaster,
  left: number,
  top: number,
  right: number,
  bottom: number,
  color: readonly number[] = [0, 0, 0],
): void {
  for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(bottom)); y++) {
    for (let x = Math.max(0, Math.round(left)); x < Math.min(width, Math.round(right)); x++) {
      for (let k = 0; k < 3; k++) pixels[3 * (y * width + x) + k] = color[k] ?? 0;
    }
  }
}

/** So many characters from a point on: strokes along and down, as Chinese ones are made of. */
function markLine(
  page: ColorRaster,
  random: SeededRandom,
  x: number,
  y: number,
  count: number,
  size: number,
): void {
  const stroke = Math.max(2, Math.round(size / 10));
  for (let i = 0; i < count; i++) {
    const at = x + i * size * 1.1;
    for (let s = 0; s < 6; s++) {
      const [from, to] = [random.next() * 0.4 * size, (0.6 + random.next() * 0.4) * size];
      const off = random.next() * (size - stroke);
      if (s % 2 === 0) fillBox(page, at + from, y + off, at + to, y + off + stroke);
      else fillBox(page, at + off, y + from, at + off + stroke, y + to);
    }
  }
}
