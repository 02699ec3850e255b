import type { Place } from '../../src/model/place.js';
import { type Fragments, fragmentsOf } from './fragments.js';

/** A line of a cell or paragraph, with the place our reader gives it. */
export interface PlacedText {
  text: string;
  place: Place;
}

export interface TextComparison {
  /** Texts only our reader has. */
  onlyFirst: PlacedText[];
  /** Texts only the second reader has. */
  onlySecond: string[];
  /** Texts both have, but not alike. */
  differing: { place: Place; first: string; second: string }[];
}

/** Share of a text that must be found for the rest to count as a difference in it. */
const SIMILAR = 0.5;

/** Beyond so many texts left over the two readers have nothing to do with each other, and pairs are not looked for. */
const MOST_PAIRS = 2_000;

/** Shorter texts, put one after the other, would make up anything. */
const TELLING_LENGTH = 4;

/** Numbers of lists and notes are counted by the program that shows a document, they are not text in its file. */
const LABEL =
  /^\s*(?:[脚尾]注\d+：|[（(]?[\p{Number}\p{Letter}.]{1,8}(?:[、)）]|[.．]\s)|[•●·◦▪◆■□➢–]\s)\s*/u;

/**
 * Compares what two readers found, whatever the order and the cuts: a text agrees when the other reader has it, or has the
 * pieces it is made of. White space is not compared, nor are compatibility forms of characters. A text that stands in the
 * file more often than a reader has it (a header row printed again on every page) is not one that only the other has.
 *
 * @param aside texts of our reader that need not be found, but explain what the second reader has
 */
export function compareTexts(
  first: readonly PlacedText[],
  second: readonly string[],
  aside: readonly string[] = [],
): TextComparison {
  const theirs = second.map(comparable);
  const left = fragmentsOf(theirs);
  const unmatched = first.filter(({ text }) => comparable(text) !== '' && !left.take(comparable(text)));
  const untiled = unmatched.filter(
    ({ text }) => !takeTiles(left, comparable(text)) && !takeTiles(left, comparable(text.replace(LABEL, ''))),
  );
  const ours = fragmentsOf(untiled.map(({ text }) => comparable(text)));
  for (const text of left.rest()) {
    if (takeTiles(ours, text)) left.take(text);
  }

  const known = [...first.map(({ text }) => text), ...aside].map(comparable);
  const isTheirs = explainedBy(theirs);
  const isOurs = explainedBy(known);
  return pairUp(
    untiled.filter(({ text }) => ours.take(comparable(text)) && !isTheirs(comparable(text))),
    left.rest().filter((text) => !isOurs(text)),
  );
}

/** Whether a text stands among the texts, or is put together from whole ones that are long enough to mean something. */
function explainedBy(texts: readonly string[]): (text: string) => boolean {
  const joined = texts.join('');
  const pieces = texts.filter((text) => text.length >= TELLING_LENGTH);
  return (text) =>
    joined.includes(text) || takeTiles(fragmentsOf(pieces.filter((piece) => text.includes(piece))), text);
}

/** Sorts what is left on both sides into texts that differ and texts only one side has. */
function pairUp(first: readonly PlacedText[], second: readonly string[]): TextComparison {
  const comparison: TextComparison = { onlyFirst: [], onlySecond: [], differing: [] };
  const left = [...second];
  const canPair = first.length <= MOST_PAIRS && second.length <= MOST_PAIRS;
  for (const placed of first) {
    const similar = canPair ? mostSimilar(comparable(placed.text), left) : undefined;
    if (similar === undefined) {
      comparison.onlyFirst.push(placed);
    } else {
      left.splice(left.indexOf(similar), 1);
      comparison.differing.push({ place: placed.place, first: placed.text, second: similar });
    }
  }
  comparison.onlySecond = left;
  return comparison;
}

const comparable = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');

/** Takes the pieces that make up the text whole, the longest first at each step; takes none when they do not. */
function takeTiles(pieces: Fragments, text: string): boolean {
  const taken: string[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = pieces.longestAt(text, at);
    if (piece === undefined) {
      for (const back of taken) pieces.putBack(back);
      return false;
    }
    pieces.take(piece);
    taken.push(piece);
    at += piece.length;
  }
  return true;
}

function mostSimilar(text: string, candidates: readonly string[]): string | undefined {
  const pairs = pairsOf(text);
  let best: string | undefined;
  let most = SIMILAR;
  for (const candidate of candidates) {
    if (candidate.length > 3 * text.length || text.length > 3 * candidate.length) continue;
    const others = pairsOf(candidate);
    let common = 0;
    for (const pair of pairs) if (others.has(pair)) common++;
    const share = (2 * common) / (pairs.size + others.size);
    if (share > most) [best, most] = [candidate, share];
  }
  return best;
}

/** Pairs of neighbouring characters (Dice's coefficient). */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
