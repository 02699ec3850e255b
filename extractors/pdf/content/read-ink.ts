import { BLACK, type Ink, NEARLY_WHITE } from '../../printed/page/ink.js';
import type { Scratch } from './scratch.js';

/** The colour a call has just put into the scratch; black where it did not know. */
export function readInk(scratch: Scratch, known: number): Ink {
  if (!known) return BLACK;
  const white =
    scratch.integer(0) >= NEARLY_WHITE &&
    scratch.integer(1) >= NEARLY_WHITE &&
    scratch.integer(2) >= NEARLY_WHITE;
  return { alpha: scratch.integer(3), white };
}
