import { type Components, componentsOf } from '../../raster/components.js';

/** Gaps closed before pieces are looked at, in heights of characters: those within a line are smaller, those between lines larger. */
const GAP = 0.3;
/** Pieces this much longer than broad are parts of a line. */
const LONG = 1.8;
/** Pieces broader than this, in heights of characters, are no single line of text. */
const BROAD = 2;
/** So many heights of characters long lines have together before they tell anything. */
const LEAST_LENGTH = 30;
const CLEAR = 1.6;

/** Whether the lines of text of a page run down it instead of along: the page lies on its side. */
export function linesRunDown(pieces: Components, width: number, height: number, size: number): boolean {
  const letters = marksOfLetters(pieces, width, height, 3 * size);
  closeGaps(letters, width, height, Math.max(1, Math.round(GAP * size)));
  const { count, left, top, right, bottom } = componentsOf(letters, width, height);
  let [along, down] = [0, 0];
  for (let c = 0; c < count; c++) {
    const [w, h] = [(right[c] ?? 0) - (left[c] ?? 0), (bottom[c] ?? 0) - (top[c] ?? 0)];
    if (Math.min(w, h) < size / 3 || Math.min(w, h) > BROAD * size) continue;
    if (w > LONG * h) along += w;
    else if (h > LONG * w) down += h;
  }
  return down > LEAST_LENGTH * size && down > CLEAR * along;
}

/** The marks of pieces that are no larger than letters: no rules. */
function marksOfLetters(
  { runs, ofRun, left, top, right, bottom }: Components,
  width: number,
  height: number,
  most: number,
): Uint8Array {
  const marks = new Uint8Array(width * height);
  for (let r = 0; r < runs.count; r++) {
    const c = ofRun[r] ?? 0;
    if ((right[c] ?? 0) - (left[c] ?? 0) > most || (bottom[c] ?? 0) - (top[c] ?? 0) > most) continue;
    const row = (runs.row[r] ?? 0) * width;
    marks.fill(1, row + (runs.from[r] ?? 0), row + (runs.to[r] ?? 0));
  }
  return marks;
}

/** Fills gaps no longer than that between marks, along rows and down columns. */
function closeGaps(marks: Uint8Array, width: number, height: number, gap: number): void {
  const source = marks.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0, last = -gap - 2, i = y * width; x < width; x++, i++) {
      if (source[i] === 0) continue;
      if (x - last <= gap + 1) marks.fill(1, i - (x - last), i);
      last = x;
    }
  }
  const lasts = new Int32Array(width).fill(-gap - 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (source[i] === 0) continue;
      const last = lasts[x] ?? 0;
      if (y - last <= gap + 1) for (let v = last + 1; v < y; v++) marks[v * width + x] = 1;
      lasts[x] = y;
    }
  }
}
