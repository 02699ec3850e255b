import type { InkPiece } from './line-ink.js';
import { isDigit, isHan, type MetCharacter, UNSURE } from './match-ink.js';

/** A level stroke as wide as this, in heights of the line, is no hyphen; one narrower than the second is neither 一 nor a dash. */
const WIDE = 0.62;
const NARROW = 0.5;
/** Thin strokes lose their ends: before a Chinese character one as wide as this may be 一. */
const LEAST_ONE = 0.38;
const DASHES = /^[-–—－一]$/u;
const HYPHEN = 0x2d;
const HYPHENS: ReadonlySet<number> = new Set([HYPHEN, 0x2013, 0xff0d]);
const ONE = 0x4e00;
const DASH = 0x2014;

/**
 * Tells 一, the dash and the hyphen by how wide the stroke is and what stands beside it: a wide stroke before a Chinese
 * character is 一, one between figures or at an end is a dash, a narrow one is a hyphen or minus sign.
 * @param pieceOf the one piece of ink of a character, where it has one
 */
export function tellDashes(
  met: readonly MetCharacter[],
  pieceOf: (index: number) => InkPiece | undefined,
  height: number,
): MetCharacter[] {
  return met.map((character, i) => {
    const piece = pieceOf(i);
    if (!DASHES.test(String.fromCodePoint(character.code))) return character;
    const [before, after] = [met[i - 1]?.code, met[i + 1]?.code];
    const width = piece ? (piece.to - piece.from) / height : null;
    const isAtStart =
      after !== undefined && isHan(after) && !isMark(after) && (before === undefined || isMark(before));
    if (isAtStart && character.code === ONE) return character;
    const mayBeOne = width === null ? before === undefined : width >= LEAST_ONE && width < WIDE;
    if (isAtStart && HYPHENS.has(character.code) && mayBeOne)
      return { ...character, code: ONE, confidence: Math.min(character.confidence, UNSURE) };
    if (isDigit(before) && after !== undefined && isHan(after)) return behindFigure(character);
    if (width === null) return character;
    if (width < NARROW) return { ...character, code: character.code === ONE ? HYPHEN : character.code };
    if (width < WIDE) return character;
    if (isDigit(before) && isDigit(after)) return { ...character, code: DASH };
    if (!HYPHENS.has(character.code)) return character;
    if (after === undefined || !isHan(after)) return { ...character, code: DASH };
    const within = before !== undefined && isHan(before) && !isMark(before);
    const confidence = within ? Math.min(character.confidence, UNSURE) : character.confidence;
    return { ...character, code: ONE, confidence };
  });
}

/** Between a figure and a word (1-产出指标) stands a hyphen, however wide. */
const behindFigure = (character: MetCharacter): MetCharacter =>
  character.code === ONE
    ? { ...character, code: HYPHEN, confidence: Math.min(character.confidence, UNSURE) }
    : character;

/** Chinese punctuation and quotation marks. */
const isMark = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x303f) || (code >= 0x2018 && code <= 0x201d) || code === 0xff08;
