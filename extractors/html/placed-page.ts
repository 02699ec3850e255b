import type { Box } from '../printed/page/box.js';

/** A line of text; `x` and `y` are its upper left corner in points from the page's upper left. */
export interface PlacedText {
  x: number;
  y: number;
  size: number;
  text: string;
  /** Width it is to fill at most; the letters are narrowed to it. */
  width?: number;
}

/** What a web page places on one printed page. */
export interface PlacedPage {
  width: number;
  height: number;
  texts: PlacedText[];
  /** Filled boxes: rulings where they are thin, backgrounds where not. */
  rules: Box[];
  backgrounds: Box[];
}

/** Advance of a character in font heights, for want of the font: ASCII letters are half as wide as high, all others as wide as high. */
export const advanceOf = (character: string): number => (character <= '~' ? 0.5 : 1);

/**
 * Letters that reach further than that: how far, in font heights, the ink of a usual sans-serif font does. Without it a wide letter
 * would leave a gap that looks like a space.
 */
const WIDE: readonly (readonly [letters: string, reach: number])[] = [
  ['W', 0.95],
  ['M', 0.88],
  ['w', 0.86],
  ['m', 0.81],
  ['%', 0.78],
  ['@', 0.73],
  ['Q', 0.69],
  ['O', 0.68],
  ['&0D', 0.63],
  ['CH', 0.62],
  ['689GN', 0.61],
  ['R', 0.6],
  ['2345ABPV', 0.59],
  ['KUX', 0.58],
  ['_', 0.57],
  ['#$=>Yo', 0.55],
  ['S^bp~', 0.54],
  ['+7<', 0.53],
  ['Tceghknuy', 0.52],
  ['dqv', 0.51],
];
const REACH = new Map(WIDE.flatMap(([letters, reach]) => [...letters].map((letter) => [letter, reach])));

/** How far a character reaches from where it begins, in font heights. */
export const reachOf = (character: string): number => REACH.get(character) ?? advanceOf(character);

export const naturalWidth = ({ text, size }: Pick<PlacedText, 'text' | 'size'>): number =>
  size * [...text].reduce((sum, character) => sum + advanceOf(character), 0);
