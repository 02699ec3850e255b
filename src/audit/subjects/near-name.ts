import { indicatorWords } from '../texts/indicator-words.js';
import { oncePerText } from '../texts/once-per-text.js';
import { thingOf } from './named-targets.js';

/** Shorter keys name too many things. */
const SHORTEST = 4;

/**
 * What a name is about when words that only say how it is done are left out, its signs in a fixed order, so that
 * 提升营商环境产生的积极影响 and 对优化营商环境的影响 have one key; empty where too little is left.
 */
export const nearKey = oncePerText((name): string => {
  const bare = thingOf(name).replace(indicatorWords().neutral, '');
  return bare.length < SHORTEST ? '' : [...bare].sort().join('');
});
