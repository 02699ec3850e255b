import * as z from 'zod';
import { loadData } from '../model/load-data.js';
import { coreName } from './core-name.js';
import { type TermWeights, termWeights } from './term-weights.js';

let weights: TermWeights | null = null;

/**
 * Weights of character pairs over a fixed set of project names (data/similar/names.json), so that two projects are alike or
 * not whatever else the store holds.
 */
export function nameWeights(): TermWeights {
  weights ??= termWeights(loadData('similar/names.json', z.array(z.string())).map((name) => coreName(name)));
  return weights;
}
