import type { NameCandidate } from '../../model/name-candidate.js';

/** The most alike first, equal ones in a stable order. */
export const byLikeness = (one: NameCandidate, other: NameCandidate): number =>
  other.likeness - one.likeness || (keyOf(one) < keyOf(other) ? -1 : 1);

const keyOf = ({ place, owner, a, b }: NameCandidate): string =>
  JSON.stringify([place.regionCode, place.region, owner?.department, owner?.year, a.key, b.key]);
