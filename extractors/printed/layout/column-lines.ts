/** A stretch of white between two texts of one line. */
export interface Gap {
  left: number;
  right: number;
}

/**
 * The fewest column lines that go through every gap: texts of one row stand in different columns, and a text that has a
 * line behind it spans columns. Each line stands in the middle of what its gaps have in common. From left to right.
 */
export function columnLines(gaps: readonly Gap[]): { at: number; gaps: number }[] {
  const lines: { at: number; gaps: number }[] = [];
  let common: Gap | undefined;
  let count = 0;
  const close = (): void => {
    if (common) lines.push({ at: (common.left + common.right) / 2, gaps: count });
  };
  for (const gap of [...gaps].sort((a, b) => a.right - b.right)) {
    if (common && gap.left <= common.right) {
      common = { left: Math.max(common.left, gap.left), right: common.right };
      count++;
    } else {
      close();
      common = { ...gap };
      count = 1;
    }
  }
  close();
  return lines;
}
