import type { Box } from '../printed/page/box.js';
import { points, type Style } from './css.js';

/** Boxes thinner than this (points) are lines. */
const THIN = 3;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
  fontSize: number;
}

/** The rules and backgrounds a positioned element draws: its borders, and itself where it is filled. */
export function boxRules(
  style: Style,
  { x, y, width, height, fontSize }: Placed,
): {
  rules: Box[];
  backgrounds: Box[];
} {
  const box: Box = { left: x, top: y, right: x + width, bottom: y + height };
  const rules = SIDES.flatMap((side) => {
    const thickness = borderWidth(style, side, fontSize);
    return thickness > 0 && (width > 0 || height > 0) ? [sideOf(box, side, thickness)] : [];
  });
  if (!isFilled(style) || width <= 0 || height <= 0) return { rules, backgrounds: [] };
  return Math.min(width, height) <= THIN
    ? { rules: [...rules, box], backgrounds: [] }
    : { rules, backgrounds: [box] };
}

function sideOf(box: Box, side: Side, thickness: number): Box {
  switch (side) {
    case 'top':
      return { ...box, bottom: box.top + thickness };
    case 'bottom':
      return { ...box, top: box.bottom - thickness };
    case 'left':
      return { ...box, right: box.left + thickness };
    default:
      return { ...box, left: box.right - thickness };
  }
}

function borderWidth(style: Style, side: Side, fontSize: number): number {
  const shorthand = style.get(`border-${side}`) ?? style.get('border') ?? '';
  const kind = style.get(`border-${side}-style`) ?? style.get('border-style') ?? shorthand;
  if (!/\b(?:solid|dotted|dashed|double|groove|ridge|inset|outset)\b/.test(kind)) return 0;
  const width =
    style.get(`border-${side}-width`) ?? style.get('border-width') ?? /[\d.]+[a-z]+/i.exec(shorthand)?.[0];
  if (width === undefined) return 1;
  return points(width, fontSize, 0) ?? 1;
}

const isFilled = (style: Style): boolean => {
  const color = style.get('background-color') ?? style.get('background') ?? '';
  return color !== '' && !/^(?:none|transparent|inherit|initial|url\(|white\b|#fff(?:fff)?\b)/i.test(color);
};
