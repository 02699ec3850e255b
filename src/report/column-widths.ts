/** Narrower than this a Chinese column cannot be read. */
const NARROWEST = 6;

/** Shares `width` among columns: each gets what it wants, and where that is too much, the widest give first. */
export function columnWidths(wanted: readonly number[], width: number): number[] {
  const widths = wanted.map((want) => Math.max(1, want));
  let excess = widths.reduce((sum, each) => sum + each, 0) - width;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const next = Math.max(NARROWEST, ...widths.filter((each) => each < widest));
    const wide = widths.flatMap((each, index) => (each === widest ? [index] : []));
    const cut = Math.max(1, Math.min(widest - next, Math.ceil(excess / wide.length)));
    for (const index of wide) {
      if (excess <= 0) break;
      const given = Math.min(cut, excess);
      widths[index] = widest - given;
      excess -= given;
    }
  }
  return widths;
}
