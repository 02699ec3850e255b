import type { Box } from '../page/box.js';
import type { Fill, PageContent, Rule } from '../page/page-content.js';

/** Smaller areas are bullets and underlines, larger ones (share of the page) backgrounds of the page. */
const SMALLEST = 6;
const LARGEST = 0.5;

/** Edges of coloured areas outside of the ruled tables: cells may be told apart by their backgrounds alone. */
export function backgroundRules({ fills, width, height }: PageContent, tables: readonly Box[]): Rule[] {
  return fills
    .filter((fill) => isCellBackground(fill, width, height) && !tables.some((table) => overlaps(fill, table)))
    .flatMap(edgesOf);
}

/** Whether a filled area may be the background of a cell or a row on a page of the given size. */
export const isCellBackground = (fill: Fill, width: number, height: number): boolean =>
  !fill.white &&
  fill.right - fill.left >= SMALLEST &&
  fill.bottom - fill.top >= SMALLEST &&
  (fill.right - fill.left) * (fill.bottom - fill.top) < LARGEST * width * height;

export const edgesOf = ({ left, top, right, bottom }: Box): Rule[] => [
  { horizontal: true, at: top, from: left, to: right },
  { horizontal: true, at: bottom, from: left, to: right },
  { horizontal: false, at: left, from: top, to: bottom },
  { horizontal: false, at: right, from: top, to: bottom },
];

/** Whether two boxes share any area. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
