/** Two things taken for the same one in two years. */
export interface Pair<T, L> {
  before: T;
  after: T;
  tie: L;
}

/** Each thing at most once; the most alike pairs first, equal ones in the order given. Comparisons: before × after. */
export function pairUp<T, L>(
  before: readonly T[],
  after: readonly T[],
  compare: (before: T, after: T) => { tie: L; same: boolean; score: number },
): { pairs: Pair<T, L>[]; went: T[]; came: T[] } {
  const candidates = before.flatMap((old, b) =>
    after.flatMap((young, a) => {
      const { tie, same, score } = compare(old, young);
      return same ? [{ b, a, score, pair: { before: old, after: young, tie } }] : [];
    }),
  );
  candidates.sort((x, y) => y.score - x.score || x.b - y.b || x.a - y.a);
  const usedBefore = new Set<number>();
  const usedAfter = new Set<number>();
  const pairs: Pair<T, L>[] = [];
  for (const { b, a, pair } of candidates) {
    if (usedBefore.has(b) || usedAfter.has(a)) continue;
    usedBefore.add(b);
    usedAfter.add(a);
    pairs.push(pair);
  }
  return {
    pairs,
    went: before.filter((_, index) => !usedBefore.has(index)),
    came: after.filter((_, index) => !usedAfter.has(index)),
  };
}
