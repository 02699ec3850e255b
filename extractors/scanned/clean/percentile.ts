/**
 * The level up to which that share of all lies.
 * @param levels how often each comes
 */
export function percentile(levels: Uint32Array, share: number): number {
  const all = levels.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let level = 0; level < levels.length; level++) {
    below += levels[level] ?? 0;
    if (below >= share * all) return level;
  }
  return levels.length - 1;
}
