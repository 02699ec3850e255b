import type { Scratch } from './scratch.js';

const NEARLY_WHITE = 250;

/** What a colour leaves on the page: opacity from 0 to 255, and whether it is white. */
export interface Ink {
  alpha: number;
  white: boolean;
}

export const NO_INK: Ink = { alpha: 0, white: false };
const BLACK: Ink = { alpha: 255, white: false };

/** The colour a call has just put into the scratch; black where it did not know. */
export function readInk(scratch: Scratch, known: number): Ink {
  if (!known) return BLACK;
  const white =
    scratch.integer(0) >= NEARLY_WHITE &&
    scratch.integer(1) >= NEARLY_WHITE &&
    scratch.integer(2) >= NEARLY_WHITE;
  return { alpha: scratch.integer(3), white };
}
