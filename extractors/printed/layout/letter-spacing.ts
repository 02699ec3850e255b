import { isWide } from '../page/characters.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';

/** Letters set apart by less than this (in font heights) are set normally, by more than that each stands by itself. */
const LEAST = 0.08;
const MOST = 0.8;
/** How much further apart (in font heights) than the page's figures usually are two of them may be. */
const WIDER = 0.15;

/**
 * The space that is put between all letters of a line, in points; 0 where they are set normally. Two letters alone show
 * nothing; two figures are taken as one where the page sets its figures as far apart.
 *
 * @param ordered the line's glyphs from left to right, with the printed spaces
 * @param isSpace whether a glyph is a printed space
 */
export function letterSpacing(
  glyphs: MeasuredGlyphs,
  ordered: readonly number[],
  size: number,
  isSpace: (i: number) => boolean,
): number {
  const { left, right, code } = glyphs;
  let gaps = 0;
  let least = Infinity;
  let figures = true;
  for (let k = 1; k < ordered.length; k++) {
    const [before, i] = [ordered[k - 1] ?? 0, ordered[k] ?? 0];
    if (isSpace(before) || isSpace(i)) continue;
    gaps++;
    least = Math.min(least, (left[i] ?? 0) - (right[before] ?? 0));
    if (least < LEAST * size) return 0;
    figures &&= !isWide(code[before] ?? 0) && !isWide(code[i] ?? 0);
  }
  if (gaps === 0 || least > MOST * size) return 0;
  if (gaps > 1) return least;
  const usual = glyphs.figureSpacing;
  return figures && usual >= LEAST && least <= (usual + WIDER) * size ? least : 0;
}
