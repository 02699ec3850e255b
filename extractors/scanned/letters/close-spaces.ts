import type { InkPiece } from './line-ink.js';
import { isDigit, type MetCharacter } from './match-ink.js';

/** A space is as wide as this at least, between figures and their points more, as heights of the line. */
const NARROWEST = 0.22;
const BETWEEN_FIGURES = 0.6;

/** Leaves out spaces where there is none to be seen: figures of some fonts stand so wide that the network reads spaces between. */
export function closeSpaces(
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
  height: number,
): MetCharacter[] {
  return met.filter((character, i) => {
    if (character.code !== 0x20) return true;
    const [before, after] = [met[i - 1], met[i + 1]];
    if (!before || !after) return false;
    const gap = widestGap(pieces, before.middle, after.middle);
    return gap >= (inFigure(before.code) && inFigure(after.code) ? BETWEEN_FIGURES : NARROWEST) * height;
  });
}

const inFigure = (code: number): boolean => isDigit(code) || code === 0x2e || code === 0x2c;

/** The widest paper between ink, from the middle of one character to that of another. */
function widestGap(pieces: readonly InkPiece[], from: number, to: number): number {
  let widest = 0;
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1];
    if (next && piece.to > from - 8 && next.from < to + 8) widest = Math.max(widest, next.from - piece.to);
  });
  return widest;
}
