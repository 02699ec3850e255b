import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { coreName } from './core-name.js';
import { type TermWeights, termWeights } from './term-weights.js';

let weights: TermWeights | null = null;

/**
 * Weights of character pairs over a fixed set of project names (data/similar/names.json), so that two projects are alike or
 * not whatever else the store holds.
 */
export function nameWeights(): TermWeights {
  weights ??= termWeights(readNames().map((name) => coreName(name)));
  return weights;
}

const readNames = (): string[] =>
  z
    .array(z.string())
    .parse(JSON.parse(readFileSync(new URL('../../data/similar/names.json', import.meta.url), 'utf8')));
