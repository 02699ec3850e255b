import { alignReadings } from './align-readings.js';
import { type MetCharacter, unsure } from './match-ink.js';

const SPACE = 0x20;

/**
 * The first reading of a line; characters the second has otherwise, and those beside what only the second has, are no longer
 * sure. Spaces do not count.
 */
export function withDoubt(first: readonly MetCharacter[], second: readonly MetCharacter[]): MetCharacter[] {
  const doubted = new Set<MetCharacter>();
  const pairs = alignReadings(
    first.filter(({ code }) => code !== SPACE),
    second.filter(({ code }) => code !== SPACE),
  );
  pairs.forEach(([one, other], i) => {
    if (one && one.code !== other?.code) doubted.add(one);
    if (one) return;
    const [before] = pairs[i - 1] ?? [];
    const [after] = pairs[i + 1] ?? [];
    for (const beside of [before, after]) if (beside) doubted.add(beside);
  });
  return first.map((character) => (doubted.has(character) ? unsure(character) : character));
}
