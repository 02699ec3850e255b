/** Narrower than this a Chinese column cannot be read. */
const NARROWEST = 6;

/**
 * Shares `width` among columns: each gets what it wants, and where that is too much, the widest give first.
 * @param whole columns that keep what they want, such as codes and figures, which are useless when cut
 */
export function columnWidths(
  wanted: readonly number[],
  width: number,
  whole: (index: number) => boolean = () => false,
): number[] {
  const widths = wanted.map((want) => Math.max(1, want));
  let excess = widths.reduce((sum, each) => sum + each, 0) - width;
  while (excess > 0) {
    const giving = widths.filter((each, index) => each > NARROWEST && !whole(index));
    if (giving.length === 0) break;
    const widest = Math.max(...giving);
    const next = Math.max(NARROWEST, ...giving.filter((each) => each < widest));
    const wide = widths.flatMap((each, index) => (each === widest && !whole(index) ? [index] : []));
    const cut = Math.min(widest - next, Math.ceil(excess / wide.length));
    for (const index of wide) {
      const given = Math.min(cut, excess);
      widths[index] = widest - given;
      excess -= given;
    }
  }
  return widths;
}
