import { type MetCharacter, UNSURE } from './match-ink.js';

/**
 * The first reading of a line; characters the second has otherwise, and those beside what only the second has, are no longer
 * sure. Spaces do not count.
 */
export function withDoubt(first: readonly MetCharacter[], second: readonly MetCharacter[]): MetCharacter[] {
  const doubted = doubtedBy(
    first.filter(({ code }) => code !== 0x20),
    second.filter(({ code }) => code !== 0x20),
  );
  return first.map((character) =>
    doubted.has(character) ? { ...character, confidence: Math.min(character.confidence, UNSURE) } : character,
  );
}

/** Characters of the first reading that a shortest change to the second changes, drops, or puts something beside. */
function doubtedBy(first: readonly MetCharacter[], second: readonly MetCharacter[]): Set<MetCharacter> {
  const width = second.length + 1;
  const cost = new Uint16Array((first.length + 1) * width);
  for (let i = 0; i <= first.length; i++) {
    for (let j = 0; j <= second.length; j++) {
      if (i === 0 || j === 0) {
        cost[i * width + j] = i + j;
        continue;
      }
      const same = first[i - 1]?.code === second[j - 1]?.code ? 0 : 1;
      cost[i * width + j] = Math.min(
        (cost[(i - 1) * width + j - 1] ?? 0) + same,
        (cost[(i - 1) * width + j] ?? 0) + 1,
        (cost[i * width + j - 1] ?? 0) + 1,
      );
    }
  }
  const doubted = new Set<MetCharacter>();
  const doubt = (i: number): void => {
    const character = first[i];
    if (character) doubted.add(character);
  };
  for (let [i, j] = [first.length, second.length]; i > 0 || j > 0; ) {
    const here = cost[i * width + j] ?? 0;
    const same = i > 0 && j > 0 && first[i - 1]?.code === second[j - 1]?.code;
    if (i > 0 && j > 0 && here === (cost[(i - 1) * width + j - 1] ?? 0) + (same ? 0 : 1)) {
      if (!same) doubt(i - 1);
      i--;
      j--;
    } else if (i > 0 && here === (cost[(i - 1) * width + j] ?? 0) + 1) {
      doubt(i - 1);
      i--;
    } else {
      doubt(i - 1);
      doubt(i);
      j--;
    }
  }
  return doubted;
}
