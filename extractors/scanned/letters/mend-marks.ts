import type { InkPiece } from './line-ink.js';
import { EM } from './line-picture.js';
import { isDigit, isHan, type MetCharacter, matchInk, UNSURE, unsure } from './match-ink.js';

/** How sure a point or comma is whose place and height tell it, and at most one whose do not. */
const BY_PLACE = 0.93;
const NOT_TOLD = 0.85;
const FULL_STOP = 0x3002;

/** A dot at the foot between a figure and the next that nobody read is their point; the s behind it is a 5 (PM2.5). */
export function withPoints({ characters, unread }: { characters: MetCharacter[]; unread: InkPiece[] }): {
  characters: MetCharacter[];
  unread: InkPiece[];
} {
  const points = new Map<number, InkPiece>();
  characters.forEach(({ code, middle }, i) => {
    const before = characters[i - 1];
    if (!isDigit(before?.code) || !(isDigit(code) || LIKE_FIVE.test(String.fromCodePoint(code)))) return;
    const dot = unread.find(
      (piece) => isDot(piece) && piece.from > (before?.middle ?? 0) && piece.to < middle,
    );
    if (dot) points.set(i, dot);
  });
  const mended = characters.flatMap((character, i): MetCharacter[] => {
    const dot = points.get(i);
    if (!dot) return [character];
    const code = isDigit(character.code) ? character.code : FIVE;
    const point = { code: 0x2e, middle: (dot.from + dot.to) / 2, confidence: UNSURE };
    return [point, unsure({ ...character, code })];
  });
  const used = new Set(points.values());
  return { characters: mended, unread: unread.filter((piece) => !used.has(piece)) };
}

const LIKE_FIVE = /^[sS]$/u;
const FIVE = 0x35;

const isDot = ({ from, to, top, bottom }: InkPiece): boolean =>
  bottom - top <= 9 && to - from <= 9 && top >= 26;

const ENUMERATION = 0x3001;
/** Behind a Chinese mark (2、1) more paper stands than behind a point, in pixels of the line. */
const WIDE_MARK = 0.3 * EM;

/** Points and commas between figures, by whether they reach below them. */
export function withMarks(met: readonly MetCharacter[], pieces: readonly InkPiece[]): MetCharacter[] {
  const { pieceOf: own } = matchInk(met, pieces);
  const bottoms = met
    .flatMap(({ code }, i) => (isDigit(code) ? (own(i)?.bottom ?? []) : []))
    .sort((a, b) => a - b);
  const base = bottoms[bottoms.length >> 1];
  if (base === undefined) return [...met];
  return met.map((character, i) => {
    const piece = own(i);
    const isMark = /^[.,，、。·]$/u.test(String.fromCodePoint(character.code));
    if (!isMark || !piece || !isDigit(met[i - 1]?.code) || !isDigit(met[i + 1]?.code)) return character;
    const paper = (own(i + 1)?.from ?? Number.POSITIVE_INFINITY) - piece.to;
    if (character.code === ENUMERATION && paper >= WIDE_MARK) return character;
    const told = markOf(piece, footOf([own(i - 1), own(i + 1)]) ?? base);
    if (!told) return { ...character, confidence: Math.min(character.confidence, NOT_TOLD) };
    return {
      ...character,
      code: told.codePointAt(0) ?? 0,
      confidence: Math.max(character.confidence, BY_PLACE),
    };
  });
}

/** Where the figures on both sides of a mark stand, which small ones (PM2.5) do lower than the others. */
function footOf(figures: readonly (InkPiece | undefined)[]): number | null {
  const bottoms = figures.flatMap((piece) => piece?.bottom ?? []);
  return bottoms.length === 2 ? Math.max(...bottoms) : null;
}

/** What the ring of a full stop is read as: 0, o, a, 9. */
const LIKE_A_RING = /^[0OoaDQ69e°]$/u;
/** No figure or letter is so low and small in a line whose characters are 38 pixels high. */
const RING_HEIGHT = 18;
const RING_TOP = 22;

/** A small ring at the foot of the line, behind a Chinese character or by itself on a wrapped line, is a full stop. */
export function withFullStops(met: readonly MetCharacter[], pieces: readonly InkPiece[]): MetCharacter[] {
  const { pieceOf } = matchInk(met, pieces);
  return met.map((character, i) => {
    const piece = pieceOf(i);
    const isRing =
      piece !== undefined &&
      piece.bottom - piece.top <= RING_HEIGHT &&
      piece.top >= RING_TOP &&
      (met.length === 1 || isHan(met[i - 1]?.code ?? 0));
    return isRing && LIKE_A_RING.test(String.fromCodePoint(character.code))
      ? { ...character, code: FULL_STOP, confidence: BY_PLACE }
      : character;
  });
}

/** A comma reaches below the figures and is higher than a point; null where the ink is neither. */
function markOf({ top, bottom }: InkPiece, base: number): '.' | ',' | null {
  const height = bottom - top;
  if (bottom - base >= 2 && height >= 9 && height <= 17) return ',';
  return height <= (bottom > base ? 8 : 11) && bottom - base <= 1 ? '.' : null;
}
