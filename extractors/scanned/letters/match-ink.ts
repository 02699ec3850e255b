import type { InkPiece } from './line-ink.js';
import { EM } from './line-picture.js';

/** A character and about where its middle is, in pixels of the line. */
export interface MetCharacter {
  /** Code point. */
  code: number;
  middle: number;
  /** How sure, 0 to 1. */
  confidence: number;
}

/** How sure at most a character is that is not to be relied on: below what the model calls sure. */
export const UNSURE = 0.6;

/** The character, no longer to be relied on. */
export const unsure = <C extends { confidence: number }>(character: C): C => ({
  ...character,
  confidence: Math.min(character.confidence, UNSURE),
});

/** The characters of a line and the ink each of them is. */
export interface MatchedInk {
  /** Numbers of the pieces of each character, none for spaces and what has no ink. */
  piecesOf: number[][];
  /** The ink of a character that is one piece, alone or together with others; undefined for one of none or several. */
  pieceOf(character: number): InkPiece | undefined;
  /** Numbers of the pieces that are no character's: something there was not read. */
  unread: number[];
}

/** Heights of the line within which a character may have more than one piece: Chinese ones, others (%). */
const HAN_REACH = 0.62;
const SIGN_REACH = 0.42;

/** Written in one piece: figures and the signs among them. */
const ONE_PIECE = /^[0-9.,，:：;+\-—–一≥≤><=＝/()（）A-Za-z]$/u;

export const isHan = (code: number): boolean => code >= 0x2e80 && code < 0xff00;

export const isDigit = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x30 && code <= 0x39;

export const isOnePiece = (code: number): boolean => ONE_PIECE.test(String.fromCodePoint(code));

/**
 * Which piece of ink is which character: in order, each character the piece nearest to where it was read; several characters may
 * share a piece (they touch), other characters than figures and letters may be several pieces.
 */
export function matchInk(met: readonly MetCharacter[], pieces: readonly InkPiece[]): MatchedInk {
  const inked = met.flatMap(({ code }, i) => (code === 0x20 || code === 0x3000 ? [] : [i]));
  const piecesOf: number[][] = met.map(() => []);
  const unread: number[] = [];
  for (const step of cheapestSteps(
    inked.map((i) => met[i] as MetCharacter),
    pieces,
  )) {
    const character = inked[step.character];
    if (step.kind === 'skip') {
      if (character === undefined) unread.push(step.piece);
      else piecesOf[character]?.push(step.piece);
    } else if (character !== undefined && step.piece >= 0) piecesOf[character]?.push(step.piece);
  }
  const pieceOf = (character: number): InkPiece | undefined => {
    const [number = -1, ...others] = piecesOf[character] ?? [];
    return others.length === 0 ? pieces[number] : undefined;
  };
  return { piecesOf, pieceOf, unread };
}

/** `skip`: the piece is the start of nothing; it belongs to the character told, or to none (-1). */
interface Step {
  kind: 'match' | 'share' | 'skip';
  character: number;
  piece: number;
}

const UNREAD_COST = 1.5;

function cheapestSteps(met: readonly MetCharacter[], pieces: readonly InkPiece[]): Step[] {
  const [n, k] = [met.length, pieces.length];
  const cost = new Float64Array((n + 1) * (k + 1)).fill(Number.POSITIVE_INFINITY);
  const steps: (Step | undefined)[] = new Array((n + 1) * (k + 1));
  cost[0] = 0;
  const offer = (i: number, j: number, price: number, step: Step): void => {
    const at = i * (k + 1) + j;
    if (price >= (cost[at] ?? 0)) return;
    cost[at] = price;
    steps[at] = step;
  };
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= k; j++) {
      const price = cost[i * (k + 1) + j] ?? 0;
      const [character, piece, before] = [met[i], pieces[j], pieces[j - 1]];
      if (piece) {
        const owner = ownerOf(met, i, piece);
        const skipped = owner < 0 ? UNREAD_COST : 0.02;
        offer(i, j + 1, price + skipped, { kind: 'skip', character: owner, piece: j });
      }
      if (!character) continue;
      if (piece) {
        offer(i + 1, j + 1, price + far(character, piece), { kind: 'match', character: i, piece: j });
      }
      const shared = before ? far(character, before) + (before.to - before.from < 0.45 * EM ? 2 : 0.5) : 4;
      offer(i + 1, j, price + shared, { kind: 'share', character: i, piece: j - 1 });
    }
  }
  const path: Step[] = [];
  for (let [i, j] = [n, k]; i > 0 || j > 0; ) {
    const step = steps[i * (k + 1) + j];
    if (!step) break;
    path.push(step);
    if (step.kind !== 'skip') i--;
    if (step.kind !== 'share') j--;
  }
  return path.reverse();
}

/** A piece lower than this is no figure but the sign beside one, or part of one. */
const FLAT = 0.3 * EM;
const FLAT_COST = 2;

/** How far a character was read from a piece. */
function far({ code, middle }: MetCharacter, { from, to, top, bottom }: InkPiece): number {
  const outside = Math.max(0, from - middle, middle - to);
  const off = isOnePiece(code) ? 0.3 * Math.abs(middle - (from + to) / 2) : 0;
  return (outside + off) / 10 + (isDigit(code) && bottom - top < FLAT ? FLAT_COST : 0);
}

/** The character next to a piece that may have it as one piece of several; -1 where none is. */
function ownerOf(met: readonly MetCharacter[], next: number, { from, to }: InkPiece): number {
  const middle = (from + to) / 2;
  for (const i of [next - 1, next]) {
    const character = met[i];
    if (
      character &&
      !isOnePiece(character.code) &&
      Math.abs(character.middle - middle) < (isHan(character.code) ? HAN_REACH : SIGN_REACH) * EM
    ) {
      return i;
    }
  }
  return -1;
}
