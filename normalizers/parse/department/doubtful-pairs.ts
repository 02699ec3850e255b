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
  const distinct = [...new Set(keys)].sort().map((key) => ({ key, runs: runsOf(key) }));
  const pairs: DoubtfulPair[] = [];
  for (const [index, { key: a, runs }] of distinct.entries()) {
    for (const { key: b, runs: others } of distinct.slice(index + 1)) {
      if (isShortName(a, b) || isShortName(b, a)) pairs.push({ a, b, reason: 'short-name' });
      else if (isSimilar(runs, others)) pairs.push({ a, b, reason: 'similar' });
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

/** Two-character runs in common, as a share of both (Dice). */
function isSimilar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const needed = (MINIMUM_SIMILARITY * (a.size + b.size)) / 2;
  if (needed === 0 || Math.min(a.size, b.size) < needed) return false;
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common >= needed;
}

const runsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
