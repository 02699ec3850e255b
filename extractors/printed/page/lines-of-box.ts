import type { Box } from './box.js';
import type { Rule } from './page-content.js';

/** Filled areas up to this thickness (points) are lines. */
const THIN = 3;

export const isThin = (box: Box): boolean => box.right - box.left <= THIN || box.bottom - box.top <= THIN;

/**
 * A thin box as a rule along its longer side; a dot may be part of a dotted line of either direction, and is a rule of both.
 * @param inside the part of it that is seen
 */
export function linesOfBox(inside: Box, whole: Box): Rule[] {
  const width = whole.right - whole.left;
  const height = whole.bottom - whole.top;
  const isDot = width <= THIN && height <= THIN;
  return [
    ...(isDot || width >= height ? [lineAlong(inside, whole, true)] : []),
    ...(isDot || width < height ? [lineAlong(inside, whole, false)] : []),
  ];
}

function lineAlong(inside: Box, whole: Box, horizontal: boolean): Rule {
  return horizontal
    ? { horizontal, at: (whole.top + whole.bottom) / 2, from: inside.left, to: inside.right }
    : { horizontal, at: (whole.left + whole.right) / 2, from: inside.top, to: inside.bottom };
}
