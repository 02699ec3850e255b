/** Two department keys that may mean the same department; for a person to look at. */
export interface DoubtfulPair {
  a: string;
  b: string;
  /** `short-name`: the characters of one stand in the other in order; `similar`: few characters differ. */
  reason: 'short-name' | 'similar';
}

const MINIMUM_SIMILARITY = 0.75;

/** Pairs of different keys that look like one department (文旅广电局, 文化旅游广电局), in stable order. */
export function doubtfulPairs(keys: readonly string[]): DoubtfulPair[] {
  const distinct = [...new Set(keys)].sort();
  const pairs: DoubtfulPair[] = [];
  for (const [index, a] of distinct.entries()) {
    for (const b of distinct.slice(index + 1)) {
      if (isShortName(a, b) || isShortName(b, a)) pairs.push({ a, b, reason: 'short-name' });
      else if (similarity(a, b) >= MINIMUM_SIMILARITY) pairs.push({ a, b, reason: 'similar' });
    }
  }
  return pairs;
}

/** 文旅局 ⊂ 文化和旅游局: same first and last character, the others in order. */
function isShortName(short: string, long: string): boolean {
  if (short.length >= long.length || short.length < 3) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let position = 0;
  for (const sign of short) {
    position = long.indexOf(sign, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

/** Share of two-character runs in common (Dice). */
function similarity(a: string, b: string): number {
  const left = runs(a);
  const right = runs(b);
  const common = [...left].filter((run) => right.has(run)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

const runs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
