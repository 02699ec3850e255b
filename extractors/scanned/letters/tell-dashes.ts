import type { InkPiece } from './line-ink.js';
import { isDigit, isHan, type MetCharacter, unsure } from './match-ink.js';

/** A level stroke as wide as this, in heights of the line, is no hyphen; one narrower than the second is neither 一 nor a dash. */
const WIDE = 0.62;
/** Between figures, where no 一 stands, this is wide enough for a dash, or they are so many characters apart. */
const WIDE_BETWEEN = 0.56;
const ROOM_BETWEEN = 1.3;
const NARROW = 0.5;
/** Of one narrower than this most is lost: where its middle was it does not tell. */
const LOST = 0.3;
const DASHES = /^[-–—－一]$/u;
const HYPHEN = 0x2d;
const HYPHENS: ReadonlySet<number> = new Set([HYPHEN, 0x2013, 0xff0d]);
const ONE = 0x4e00;
const DASH = 0x2014;
/** What one bit makes a hyphen look like. Between figures it means up to, and before a figure written as a word. */
const TILDES: ReadonlySet<number> = new Set([0x7e, 0xff5e]);
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿半]/u;
/**
 * A Chinese character takes as much of the line as the others, a hyphen half of it: so far are the middles of the characters on both
 * sides of 一 apart at least, and the character behind it from the middle of its stroke.
 */
const ROOM = { between: 1.75, before: 0.88 };

/** A dash behind a figure that is broken takes as much room, from the figure to what follows, in characters. */
const BROKEN_ROOM = { figure: 2, word: 2.25 };

/** Several dashes behind a figure in the room of one are one whose stroke is broken; it is not sure. */
export function joinBrokenDashes(met: readonly MetCharacter[], height: number): MetCharacter[] {
  const pitch = pitchOf(met) ?? height;
  return met.flatMap((character, i) => {
    if (!isDash(character)) return [character];
    let first = i;
    while (isDash(met[first - 1])) first--;
    let end = i + 1;
    while (isDash(met[end])) end++;
    const [before, after, last] = [met[first - 1], met[end], met[end - 1]];
    if (end - first === 1 || !isDigit(before?.code) || !before || !after || !last) return [character];
    const room = isDigit(after.code) ? BROKEN_ROOM.figure : BROKEN_ROOM.word;
    if (after.middle - before.middle > room * pitch) return [character];
    if (i > first) return [];
    return [unsure({ ...character, middle: (character.middle + last.middle) / 2 })];
  });
}

const isDash = (character: MetCharacter | undefined): boolean =>
  character !== undefined && DASHES.test(String.fromCodePoint(character.code));

/**
 * Tells 一, the dash and the hyphen by the room they take, how wide the stroke is and what stands beside it: what takes the room of
 * a character before a Chinese one is 一, a wide stroke between figures or at an end is a dash, a narrow one a hyphen or minus sign.
 * @param pieceOf the one piece of ink of a character, where it has one
 */
export function tellDashes(
  met: readonly MetCharacter[],
  pieceOf: (index: number) => InkPiece | undefined,
  height: number,
): MetCharacter[] {
  const ofWords = pitchOf(met);
  const pitch = ofWords ?? height;
  return met.map((character, i) => {
    if (!isDash(character)) return character;
    const piece = pieceOf(i);
    const [before, after] = [met[i - 1], met[i + 1]];
    const width = piece ? (piece.to - piece.from) / height : null;
    if (character.code !== DASH && after && isWord(after)) {
      if (isDigit(before?.code)) return behindFigure(character);
      if (before && isWord(before))
        return toldAs(character, after.middle - before.middle >= ROOM.between * pitch ? ONE : HYPHEN);
      if (width === null || !piece) return before ? character : toldAs(character, ONE);
      if (width < LOST) return character;
      const middle = (piece.from + piece.to) / 2;
      return toldAs(character, after.middle - middle >= ROOM.before * pitch ? ONE : HYPHEN);
    }
    const isBetween = isDigit(before?.code) && isDigit(after?.code);
    const apart = isBetween && before && after ? after.middle - before.middle : 0;
    if (ofWords && apart >= ROOM_BETWEEN * ofWords) return toldAs(character, DASH);
    if (width === null) return character;
    if (width < NARROW) return character.code === ONE ? { ...character, code: HYPHEN } : character;
    if (width < (isBetween ? WIDE_BETWEEN : WIDE)) return character;
    return isBetween || HYPHENS.has(character.code) ? { ...character, code: DASH } : character;
  });
}

/** 一 does not follow a figure: between that and a word (12-质量指标) stands a hyphen. */
export const behindFigure = <C extends { code: number; confidence: number }>(character: C): C =>
  character.code === ONE ? toldAs(character, HYPHEN) : character;

/** A tilde between a figure and a word is the hyphen behind a number. */
export const beforeWord = <C extends { code: number; confidence: number }>(character: C, word: string): C =>
  TILDES.has(character.code) && !NUMERALS.test(word) ? toldAs(character, HYPHEN) : character;

/** As something else than it was read as it is not sure. */
const toldAs = <C extends { code: number; confidence: number }>(character: C, code: number): C =>
  character.code === code || (code === HYPHEN && HYPHENS.has(character.code))
    ? character
    : unsure({ ...character, code });

/** How far apart Chinese characters stand that follow each other; null where there are none. */
function pitchOf(met: readonly MetCharacter[]): number | null {
  const distances = met
    .flatMap((character, i) => {
      const before = met[i - 1];
      return before && isWord(before) && isWord(character) ? [character.middle - before.middle] : [];
    })
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? null;
}

/** A Chinese character that is no mark and no 一. */
const isWord = ({ code }: MetCharacter): boolean => isHan(code) && code !== ONE && !isMark(code);

/** Chinese punctuation, and signs as wide as characters. */
const isMark = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef);
