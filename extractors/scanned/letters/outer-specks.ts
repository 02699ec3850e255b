import type { InkPiece } from './line-ink.js';
import { EM } from './line-picture.js';
import { type MetCharacter, matchInk } from './match-ink.js';

/** Sides of a speck at most, in pixels of the line, and what it is read as. */
const SPECK = 9;
const READ_AS = /^[.,，。、·•'`´‘’"“”*:：;；!|丨1\-—_~°]$/u;
/** What is read as a dot or dots and is as narrow as this has been left of a ruling. */
const SLIVER = 4;
const DOTS = /^[.·:：;；'’]$/u;
/** A mark stands closer to the character before it than this, and at the foot of the line. */
const CLOSE = 0.35 * EM;
const FOOT = 0.62 * EM;
const SPACE = 0x20;

/** Ink a mark is made of lies no farther from where it was read, in pixels of the line: what has none was a shade. */
const OWN_INK = 6;

/**
 * The characters of a line without what was read as marks before the first and behind the last where specks stand, slivers of
 * rulings, or a shade that is no ink at all.
 */
export function withoutOuterSpecks(
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): MetCharacter[] {
  const { piecesOf, pieceOf } = matchInk(met, pieces);
  const isSliver = (i: number): boolean => {
    const piece = pieceOf(i);
    return (
      piece !== undefined &&
      piece.to - piece.from <= SLIVER &&
      DOTS.test(String.fromCodePoint(met[i]?.code ?? 0))
    );
  };
  const isReadSo = (i: number): boolean => READ_AS.test(String.fromCodePoint(met[i]?.code ?? 0));
  const speckAt = (i: number): InkPiece | undefined => {
    const piece = pieceOf(i);
    const isSpeck = piece && piece.to - piece.from <= SPECK && piece.bottom - piece.top <= SPECK;
    return isSliver(i) || (isSpeck && isReadSo(i)) ? piece : undefined;
  };
  const isNothing = (i: number): boolean => {
    const { code = SPACE, middle = 0 } = met[i] ?? {};
    if (code === SPACE) return true;
    return isReadSo(i) && pieces.every(({ from, to }) => from > middle + OWN_INK || to < middle - OWN_INK);
  };
  let [first, end] = [0, met.length];
  while (end - first > 1 && (isNothing(first) || speckAt(first))) first++;
  while (end - first > 1) {
    if (isNothing(end - 1)) {
      end--;
      continue;
    }
    const speck = speckAt(end - 1);
    const before = pieces[(piecesOf[end - 2] ?? []).at(-1) ?? -1];
    const isMark = speck && before && speck.from - before.to <= CLOSE && speck.bottom >= FOOT;
    if (!speck || (isMark && !isSliver(end - 1))) break;
    end--;
  }
  return met.slice(first, end);
}
