import type { InkPiece } from './line-ink.js';
import { EM } from './line-picture.js';
import { isDigit, type MetCharacter, matchInk, unsure } from './match-ink.js';

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
  const textAt = (i: number): string => String.fromCodePoint(met[i]?.code ?? 0);
  const isReadSo = (i: number): boolean => READ_AS.test(textAt(i));
  const isSpeck = (i: number): boolean => isWithin(pieceOf(i), SPECK, SPECK) && isReadSo(i);
  const isSliver = (i: number): boolean =>
    isWithin(pieceOf(i), SLIVER, Number.POSITIVE_INFINITY) && DOTS.test(textAt(i));
  const isShade = (i: number): boolean => {
    const { code, middle = 0 } = met[i] ?? {};
    if (code === SPACE) return true;
    return isReadSo(i) && pieces.every(({ from, to }) => from > middle + OWN_INK || to < middle - OWN_INK);
  };
  /** Whatever stands beside it. */
  const isNothing = (i: number): boolean => isShade(i) || isSliver(i);
  const isMinus = (i: number): boolean => {
    if (!MINUS.test(textAt(i)) || !isDigit(met[i + 1]?.code)) return false;
    const [minus, figure] = [pieceOf(i), pieces[piecesOf[i + 1]?.[0] ?? -1]];
    return !minus || !figure || (minus.top > figure.top + AMID && minus.bottom < figure.bottom - AMID);
  };
  const isMark = (i: number): boolean => {
    const [mark, before] = [pieceOf(i), pieces[piecesOf[i - 1]?.at(-1) ?? -1]];
    return (
      mark !== undefined && before !== undefined && mark.from - before.to <= CLOSE && mark.bottom >= FOOT
    );
  };

  let [first, end] = [0, met.length];
  while (end - first > 1 && (isNothing(first) || isSpeck(first)) && !isMinus(first)) first++;
  while (end - first > 1 && (isNothing(end - 1) || (isSpeck(end - 1) && !isMark(end - 1)))) end--;
  const isDoubtful = isMinus(first) && (isNothing(first) || isSpeck(first));
  const left = met.slice(first, end);
  return isDoubtful ? left.map((character, i) => (i === 0 ? unsure(character) : character)) : left;
}

const isWithin = (piece: InkPiece | undefined, width: number, height: number): boolean =>
  piece !== undefined && piece.to - piece.from <= width && piece.bottom - piece.top <= height;
