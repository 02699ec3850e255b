/** How far (in row heights) a label may stand from the middle of the rows it is for. */
const OFF_CENTRE = 0.35;

/** Rows of a label, end exclusive. */
export interface RowSpan {
  from: number;
  to: number;
}

/**
 * The rows each label of a column is for, where no border tells: labels stand in the middle of their rows, or at the first
 * one, and together they fill all rows, or all from the row of the first label on. Null where neither fits.
 *
 * @param labels their heights on the page, from top to bottom
 * @param rows the heights of the rows
 * @param pitch usual distance of two rows
 */
export function labelSpans(
  labels: readonly number[],
  rows: readonly number[],
  pitch: number,
): RowSpan[] | null {
  const first = rows.findIndex((row) => Math.abs(row - (labels[0] ?? 0)) < OFF_CENTRE * pitch);
  for (const start of first > 0 ? [0, first] : [0]) {
    const rest = rows.slice(start);
    const spans = centredSpans(labels, rest, pitch) ?? leadingSpans(labels, rest, pitch);
    if (spans) return spans.map(({ from, to }) => ({ from: from + start, to: to + start }));
  }
  return null;
}

function centredSpans(labels: readonly number[], rows: readonly number[], pitch: number): RowSpan[] | null {
  const spans: RowSpan[] = [];
  let from = 0;
  for (const label of labels) {
    const first = rows[from];
    if (first === undefined) return null;
    const last = 2 * label - first;
    let to = from;
    while (to + 1 < rows.length && Math.abs((rows[to + 1] ?? 0) - last) <= Math.abs((rows[to] ?? 0) - last))
      to++;
    if (Math.abs((rows[to] ?? 0) - last) > 2 * OFF_CENTRE * pitch) return null;
    spans.push({ from, to: to + 1 });
    from = to + 1;
  }
  return from === rows.length ? spans : null;
}

function leadingSpans(labels: readonly number[], rows: readonly number[], pitch: number): RowSpan[] | null {
  const starts = labels.map((label) => rows.findIndex((row) => Math.abs(row - label) < OFF_CENTRE * pitch));
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= (starts[i - 1] ?? 0))) return null;
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? rows.length }));
}
