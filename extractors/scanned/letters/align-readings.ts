import type { MetCharacter } from './match-ink.js';

/** A character of one reading of a line and what another has in its place; undefined where that has nothing. */
export type AlignedPair = readonly [one: MetCharacter | undefined, other: MetCharacter | undefined];

/** Two readings of a line set side by side with as few changes as can be, from left to right. */
export function alignReadings(one: readonly MetCharacter[], other: readonly MetCharacter[]): AlignedPair[] {
  const width = other.length + 1;
  const isSame = (i: number, j: number): boolean => one[i]?.code === other[j]?.code;
  const cost = new Uint16Array((one.length + 1) * width);
  const costAt = (i: number, j: number): number => cost[i * width + j] ?? 0;
  for (let i = 0; i <= one.length; i++) {
    for (let j = 0; j <= other.length; j++) {
      cost[i * width + j] =
        i === 0 || j === 0
          ? i + j
          : Math.min(
              costAt(i - 1, j - 1) + (isSame(i - 1, j - 1) ? 0 : 1),
              costAt(i - 1, j) + 1,
              costAt(i, j - 1) + 1,
            );
    }
  }
  const pairs: AlignedPair[] = [];
  for (let [i, j] = [one.length, other.length]; i > 0 || j > 0; ) {
    const here = costAt(i, j);
    if (i > 0 && j > 0 && here === costAt(i - 1, j - 1) + (isSame(i - 1, j - 1) ? 0 : 1)) {
      pairs.push([one[--i], other[--j]]);
    } else if (i > 0 && here === costAt(i - 1, j) + 1) {
      pairs.push([one[--i], undefined]);
    } else {
      pairs.push([undefined, other[--j]]);
    }
  }
  return pairs.reverse();
}
