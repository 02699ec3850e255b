import { GLYPH_SLANTED, GLYPH_SPACE, GLYPH_UNSEEN, type Glyphs } from '../page/page-content.js';
import { type Lattice, latticeBox } from './lattice.js';

/** Glyphs with a larger gap (in glyph heights) between them are of two texts. */
const ADJACENT = 0.7;
/** Glyphs are on one line where their middles differ by less than this share of their height. */
const SAME_LINE = 0.3;

/** Gives text that runs over the outer right border of a table to the cell it begins in: `owner` in place. */
export function keepOverrun(
  glyphs: Glyphs,
  lattice: Lattice,
  owner: Int32Array,
  used: Readonly<Uint8Array>,
): void {
  const { right } = latticeBox(lattice);
  const unseen = GLYPH_UNSEEN | GLYPH_SLANTED;
  for (let i = 1; i < glyphs.count; i++) {
    const cell = owner[i - 1] ?? -1;
    if (owner[i] !== -1 || cell < 0 || used[i] || (glyphs.x[i] ?? 0) <= right) continue;
    if (((glyphs.flags[i] ?? 0) | (glyphs.flags[i - 1] ?? 0)) & unseen || !continues(glyphs, i)) continue;
    owner[i] = cell;
  }
}

/** Whether a glyph stands right behind the one before, drawn with it; two spaces in a row part texts. */
function continues(glyphs: Glyphs, i: number): boolean {
  const before = i - 1;
  const isSpace = (at: number): boolean => ((glyphs.flags[at] ?? 0) & GLYPH_SPACE) !== 0;
  if (glyphs.run[i] !== glyphs.run[before] || glyphs.turn[i] !== 0 || glyphs.turn[before] !== 0) return false;
  if (isSpace(i) && isSpace(before)) return false;
  const middle = (at: number): number => ((glyphs.top[at] ?? 0) + (glyphs.bottom[at] ?? 0)) / 2;
  const height = (glyphs.bottom[before] ?? 0) - (glyphs.top[before] ?? 0);
  const gap = (glyphs.left[i] ?? 0) - (glyphs.right[before] ?? 0);
  return Math.abs(middle(i) - middle(before)) < SAME_LINE * height && Math.abs(gap) < ADJACENT * height;
}
