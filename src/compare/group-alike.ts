import { groupBy } from './group-by.js';

/** One group: its leader and who joined it, each with the tie that decided (null: the same key as the leader). */
export interface AlikeGroup<T, L> {
  leader: T;
  members: { item: T; tie: L | null }[];
}

interface Grouping<T, L> {
  /** Items with one key are one thing without question. */
  key(item: T): string;
  compare(item: T, leader: T): L;
  same(tie: L): boolean;
  score(tie: L): number;
}

/**
 * Groups items around leaders: keys from the most frequent to the rarest (then the shortest), each joins the leader it is
 * most like or becomes one. Unlike single linkage no chain of small steps joins what is unlike. The first item of a key speaks
 * for all of them; otherwise the order of the items does not matter. Comparisons: keys × groups.
 */
export function groupAlike<T, L>(items: readonly T[], grouping: Grouping<T, L>): AlikeGroup<T, L>[] {
  const byKey = groupBy(items, grouping.key);
  const keys = [...byKey].sort(
    ([a, as], [b, bs]) => bs.length - as.length || a.length - b.length || (a < b ? -1 : 1),
  );
  const groups: AlikeGroup<T, L>[] = [];
  for (const [, equal] of keys) {
    const [first] = equal;
    if (first === undefined) continue;
    const best = bestGroup(first, groups, grouping);
    const group = best?.group ?? { leader: first, members: [] };
    if (!best) groups.push(group);
    group.members.push(...equal.map((item) => ({ item, tie: best?.tie ?? null })));
  }
  return groups;
}

function bestGroup<T, L>(
  item: T,
  groups: readonly AlikeGroup<T, L>[],
  { compare, same, score }: Grouping<T, L>,
): { group: AlikeGroup<T, L>; tie: L } | null {
  let best: { group: AlikeGroup<T, L>; tie: L } | null = null;
  for (const group of groups) {
    const tie = compare(item, group.leader);
    if (same(tie) && (best === null || score(tie) > score(best.tie))) best = { group, tie };
  }
  return best;
}
