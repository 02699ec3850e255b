/**
 * So many of a list at most, in its order: the first of each kind, then, where there is still room, others from the front.
 */
export function pickVaried<T>(items: readonly T[], kindOf: (item: T) => string, most: number): T[] {
  const firsts = new Map<string, T>();
  for (const item of items) if (!firsts.has(kindOf(item))) firsts.set(kindOf(item), item);
  const picked = new Set([...new Set([...firsts.values(), ...items])].slice(0, most));
  return items.filter((item) => picked.has(item));
}
