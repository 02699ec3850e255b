import type { InkPiece } from './line-ink.js';
import { EM } from './line-picture.js';
import { isDigit, type MetCharacter, matchInk, UNSURE } from './match-ink.js';

/** Sides of a speck at most, in pixels of the line, and what it is read as. */
const SPECK = 9;
const READ_AS = /^[.,，。、·•'`´‘’"“”*:：;；!|丨1\-—_~°]$/u;
/** What is read as a dot or dots and is as narrow as this has been left of a ruling. */
const SLIVER = 4;
const DOTS = /^[.·:：;；'’]$/u;
/** Before a figure it may be what a threshold left of a minus: a figure must not lose that unseen. */
const MINUS = /^[-—–−]$/u;
/** It lies so far from the head and the foot of the figure, in pixels of the line. */
const AMID = 0.2 * EM;
/** A mark stands closer to the character before it than this, and at the foot of the line. */
const CLOSE = 0.35 * EM;
const FOOT = 0.62 * EM;
const SPACE = 0x20;

/** Ink a mark is made of lies no farther from where it was read, in pixels of the line: what has none was a shade. */
const OWN_INK = 6;

/**
 * The characters of a line without what was read as marks before the first and behind the last where specks stand, slivers of
 * rulings, or a shade that is no ink at all. A minus before a figure stays, unsure.
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
  const isMinus = (i: number): boolean => {
    if (!MINUS.test(String.fromCodePoint(met[i]?.code ?? 0)) || !isDigit(met[i + 1]?.code)) return false;
    const [minus, figure] = [pieceOf(i), pieces[(piecesOf[i + 1] ?? [])[0] ?? -1]];
    return !minus || !figure || (minus.top > figure.top + AMID && minus.bottom < figure.bottom - AMID);
  };
  while (end - first > 1 && !isMinus(first) && (isNothing(first) || speckAt(first))) first++;
  const isDoubtful = isMinus(first) && (isNothing(first) || speckAt(first) !== undefined);
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
  return met
    .slice(first, end)
    .map((character, i) =>
      i === 0 && isDoubtful
        ? { ...character, confidence: Math.min(character.confidence, UNSURE) }
        : character,
    );
}
