/** A stretch of text on a line, parted from its neighbours by wide gaps. */
export interface Segment {
  left: number;
  right: number;
  /** Its glyphs. */
  glyphs: number[];
}

/** x range of a column. */
export interface Band {
  left: number;
  right: number;
}

/** Share of lines that have to show every column. */
const REGULAR = 0.5;

/**
 * The columns that lines of segments stand in, from the lines with as many segments as most have. Segments of other lines
 * may span several columns. Null where no two lines agree.
 */
export function columnBands(lines: readonly (readonly Segment[])[], size: number): Band[] | null {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.length, (counts.get(line.length) ?? 0) + 1);
  const usual = [...counts]
    .filter(([, times]) => times >= 2)
    .reduce((best, [count]) => Math.max(best, count), 0);
  const regular = lines.filter((line) => line.length === usual);
  if (usual < 2 || regular.length < REGULAR * lines.length) return null;
  const bands = unite(regular.flat(), 0.4 * size);
  return bands.length === usual ? bands : null;
}

/** Unites ranges that overlap or nearly touch. */
export function unite(ranges: readonly Band[], gap: number): Band[] {
  const bands: Band[] = [];
  for (const { left, right } of [...ranges].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last && left <= last.right + gap) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/** First and last (exclusive) column a segment stands in; the nearest one where it stands between columns. */
export function columnsOf(segment: Band, bands: readonly Band[]): { column: number; columnEnd: number } {
  const touched = bands.flatMap((band, i) =>
    segment.left < band.right && segment.right > band.left ? [i] : [],
  );
  const first = touched[0];
  if (first !== undefined) return { column: first, columnEnd: (touched.at(-1) ?? first) + 1 };
  const middle = (segment.left + segment.right) / 2;
  const nearest = bands.reduce((best, band, i) => {
    const other = bands[best] ?? band;
    return distance(band, middle) < distance(other, middle) ? i : best;
  }, 0);
  return { column: nearest, columnEnd: nearest + 1 };
}

const distance = (band: Band, x: number): number => Math.max(band.left - x, x - band.right, 0);
