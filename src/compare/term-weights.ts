import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import { bigrams } from './bigrams.js';

/** Weight of a character pair: the rarer among the names, the heavier. */
export type TermWeights = (pair: string) => number;

/** Inverse document frequency of character pairs over a set of names. */
export function termWeights(names: readonly string[]): TermWeights {
  const index = new TfIdf();
  for (const name of names) index.addDocument(bigrams(name));
  const known = new Map<string, number>();
  return (pair) => {
    const weight = known.get(pair) ?? index.idf(pair);
    known.set(pair, weight);
    return weight;
  };
}

/** Pair → frequency × weight, scaled to length 1. */
export type TermVector = ReadonlyMap<string, number>;

export function termVector(text: string, weights: TermWeights): TermVector {
  const counts = new Map<string, number>();
  for (const pair of bigrams(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const entries = [...counts].map(([pair, count]) => [pair, count * weights(pair)] as const);
  const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0));
  return new Map(entries.map(([pair, value]) => [pair, value / length]));
}

/** Cosine of two vectors, 0 … 1; 0 where one is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [pair, value] of few) sum += value * (many.get(pair) ?? 0);
  return Math.min(1, sum);
}

/** Share (0 … 1) of the topic's weight that a text holds. */
export function shareCovered(topic: string, text: string, weights: TermWeights): number {
  const held = new Set(bigrams(text));
  const pairs = bigrams(topic);
  const total = pairs.reduce((sum, pair) => sum + weights(pair), 0);
  const found = pairs.reduce((sum, pair) => sum + (held.has(pair) ? weights(pair) : 0), 0);
  return total === 0 ? 0 : found / total;
}
