/** Widths of a batch are filled up to a multiple of this: the network halves the width three times. */
const STEP = 32;

/** Lines that are read at once: their numbers, and the width all of them are filled up to. */
export interface Batch {
  members: number[];
  width: number;
}

/**
 * Lines of like width together, so that little is read that is only filled up.
 * @param most of lines in a batch, and of all their widths
 */
export function batchesOf(widths: readonly number[], most: { lines: number; width: number }): Batch[] {
  const order = widths.map((_, i) => i).sort((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0) || a - b);
  const batches: Batch[] = [];
  for (const member of order) {
    const width = Math.ceil((widths[member] ?? 0) / STEP) * STEP;
    const last = batches.at(-1);
    const room = last && last.members.length < most.lines && (last.members.length + 1) * width <= most.width;
    if (last && room && width <= last.width * 1.25) {
      last.members.push(member);
      last.width = Math.max(last.width, width);
    } else {
      batches.push({ members: [member], width });
    }
  }
  return batches;
}
