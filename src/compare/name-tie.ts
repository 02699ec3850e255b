import type { Likeness } from '../model/comparison.js';
import { kernelIndicator } from './core-name.js';
import { likeness, type Profile, profile } from './likeness.js';
import { nameWeights } from './name-weights.js';
import { SETTINGS } from './similar-settings.js';

/**
 * Grouping of indicators, or other things, by short names alone.
 * @param nameOf core of the name
 * @param least likeness from which two names are the same thing
 * @param kernelOf core → kernel
 */
export function nameTie<T>(
  nameOf: (item: T) => string,
  least = SETTINGS.sameIndicator,
  kernelOf = kernelIndicator,
) {
  const profiles = new Map<string, Profile>();
  const profileOf = (item: T): Profile => {
    const name = nameOf(item);
    const known = profiles.get(name) ?? profile(name, kernelOf(name), null, nameWeights());
    profiles.set(name, known);
    return known;
  };
  return {
    key: nameOf,
    compare: (item: T, leader: T): Likeness => likeness(profileOf(item), profileOf(leader)),
    same: ({ name }: Likeness): boolean => name >= least,
    score: ({ name }: Likeness): number => name,
  };
}
