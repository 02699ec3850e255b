import { DiceCoefficient } from 'natural/lib/natural/distance/index.js';
import type { Likeness } from '../model/comparison.js';
import { SETTINGS, type SimilarSettings } from './similar-settings.js';
import { cosine, type TermVector, type TermWeights, termVector } from './term-weights.js';

/** A name ready to be compared, with the purpose behind it. */
export interface Profile {
  /** Name without what every name has. */
  core: Term;
  /** Core without words that say how rather than what. */
  kernel: Term;
  /** null: nothing is said of the purpose. */
  purpose: TermVector | null;
}

interface Term {
  text: string;
  vector: TermVector;
}

export function profile(core: string, kernel: string, purpose: string | null, weights: TermWeights): Profile {
  const term = (text: string): Term => ({ text, vector: termVector(text, weights) });
  return {
    core: term(core),
    kernel: term(kernel),
    purpose: purpose === null ? null : termVector(purpose, weights),
  };
}

/**
 * Whether two projects are the same thing: their names are alike, or nearly and the purposes agree. Names are alike as
 * their cores are or their kernels, each by the mean of Dice (every character pair alike) and TF-IDF cosine (rare ones count
 * more).
 */
export function likeness(a: Profile, b: Profile, settings: SimilarSettings = SETTINGS): Likeness {
  const name = Math.max(termLikeness(a.core, b.core), termLikeness(a.kernel, b.kernel));
  const purpose = a.purpose && b.purpose ? cosine(a.purpose, b.purpose) : null;
  const byName = name >= settings.sameName;
  const byPurpose =
    !byName && name >= settings.nearName && purpose !== null && purpose >= settings.samePurpose;
  return {
    same: byName || byPurpose,
    byPurpose,
    name,
    purpose,
    shared: sharedWords(a.core.text, b.core.text),
  };
}

const termLikeness = (a: Term, b: Term): number =>
  a.text === b.text ? 1 : (DiceCoefficient(a.text, b.text) + cosine(a.vector, b.vector)) / 2;

/** Words of two characters and more that both texts hold, the longest first; overlapping ones once. */
function sharedWords(a: string, b: string): string[] {
  const [left, right] = [[...a], b];
  const words: string[] = [];
  for (let start = 0; start < left.length; ) {
    let end = start;
    while (end < left.length && right.includes(left.slice(start, end + 1).join(''))) end += 1;
    if (end - start >= 2) words.push(left.slice(start, end).join(''));
    start = Math.max(end, start + 1);
  }
  return [...new Set(words)].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
}
