import { GLYPH_CLIPPED, GLYPH_HIDDEN, GLYPH_SPACE, type Glyphs } from './page-content.js';

/** A letter printed again this near (share of its height, of its width) is made bold; the next letter stands further on. */
const NEAR = 0.12;
const NEAR_ACROSS = 0.5;
/** Side (points) of the squares letters are looked up by; none is taken for another further away than that. */
const SQUARE = 16;
const UNSEEN = GLYPH_CLIPPED | GLYPH_HIDDEN | GLYPH_SPACE;
const SIDES = ['left', 'top', 'right', 'bottom', 'x', 'y'] as const;
const MARKS = ['code', 'turn', 'run', 'clip', 'flags'] as const;

/** Leaves out, in place, visible glyphs that are drawn again at nearly the same place: bold made by printing twice or more. */
export function dropDoubledGlyphs(glyphs: Glyphs): void {
  const { count } = glyphs;
  const mask = (1 << Math.ceil(Math.log2(2 * count + 2))) - 1;
  /** The last glyph of each place, plus 1, and the one before it there. */
  const last = new Int32Array(mask + 1);
  const before = new Int32Array(count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (!((glyphs.flags[i] ?? 0) & UNSEEN)) {
      if (isDoubled(glyphs, i, last, before)) continue;
      const column = Math.floor((glyphs.left[i] ?? 0) / SQUARE);
      const row = Math.floor((glyphs.top[i] ?? 0) / SQUARE);
      const place = placeOf(column, row, glyphs.code[i] ?? 0) & mask;
      before[kept] = last[place] ?? 0;
      last[place] = kept + 1;
    }
    if (kept !== i) moveGlyph(glyphs, i, kept);
    kept++;
  }
  glyphs.count = kept;
}

/** A number for the letters of one code in one square. */
const placeOf = (column: number, row: number, code: number): number =>
  Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663) ^ Math.imul(code, 83_492_791);

function isDoubled(glyphs: Glyphs, i: number, last: Int32Array, before: Int32Array): boolean {
  const { left, top, right, bottom } = glyphs;
  const code = glyphs.code[i] ?? 0;
  const x = left[i] ?? 0;
  const y = top[i] ?? 0;
  const down = Math.min(NEAR * ((bottom[i] ?? 0) - y), SQUARE);
  const across = Math.min(down, NEAR_ACROSS * ((right[i] ?? 0) - x));
  const lastColumn = Math.floor((x + across) / SQUARE);
  const lastRow = Math.floor((y + down) / SQUARE);
  for (let column = Math.floor((x - across) / SQUARE); column <= lastColumn; column++) {
    for (let row = Math.floor((y - down) / SQUARE); row <= lastRow; row++) {
      const place = placeOf(column, row, code) & (last.length - 1);
      for (let other = (last[place] ?? 0) - 1; other >= 0; other = (before[other] ?? 0) - 1) {
        const isSame = glyphs.code[other] === code && glyphs.turn[other] === glyphs.turn[i];
        if (isSame && Math.abs((left[other] ?? 0) - x) <= across && Math.abs((top[other] ?? 0) - y) <= down) {
          return true;
        }
      }
    }
  }
  return false;
}

function moveGlyph(glyphs: Glyphs, from: number, to: number): void {
  for (const side of SIDES) glyphs[side][to] = glyphs[side][from] ?? 0;
  for (const mark of MARKS) glyphs[mark][to] = glyphs[mark][from] ?? 0;
}
