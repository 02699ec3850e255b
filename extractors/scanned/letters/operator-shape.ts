/** Ink of one character: a byte a pixel, 1 is ink. */
export interface InkMask {
  width: number;
  height: number;
  ink: Uint8Array;
}

/** Operators told by their strokes; ≧ and ≦ have two bars. */
export type DrawnOperator = '≥' | '≤' | '≧' | '≦' | '>' | '<' | '=';

/** Part of the width, from the open side, in which the strokes of a chevron stand apart. */
const OPEN = { from: 0.12, to: 0.62 };
/** So many of the columns must show the strokes. */
const CLEAR = 0.7;
/** Columns show strokes where the runs of ink are no thicker than this part of the height; the bars of = are as thick as this. */
const THICKEST = 0.3;
const THICKEST_BAR = 0.45;
const SMALLEST = 7;
/** Specks between the bars of = fill some columns. */
const CLEAR_OF_BARS = 0.75;

/**
 * Which operator the strokes of a character make, null where they make none. A chevron is two straight strokes that meet; below
 * it are one bar (level, or along the lower stroke) or two; two level bars of one length are an equals sign.
 */
export function operatorShape(mask: InkMask): DrawnOperator | null {
  const { width, height } = mask;
  if (width < SMALLEST || width > 2.6 * height || height > 2.2 * width) return equalsSign(mask);
  const right = chevron(mask, false);
  if (right) return right === 2 ? '>' : right === 3 ? '≥' : '≧';
  const left = chevron(mask, true);
  if (left) return left === 2 ? '<' : left === 3 ? '≤' : '≦';
  return equalsSign(mask);
}

/** Number of strokes of a chevron with the bars below it; null where there is none. */
function chevron(mask: InkMask, mirrored: boolean): 2 | 3 | 4 | null {
  const { width, height } = mask;
  if (height < SMALLEST) return null;
  const columns: { x: number; middles: number[] }[] = [];
  const [from, to] = [Math.round(OPEN.from * width), Math.round(OPEN.to * width)];
  for (let x = from; x < to; x++) {
    columns.push({ x, middles: middlesOf(mask, mirrored ? width - 1 - x : x) });
  }
  for (const strokes of [4, 3, 2] as const) {
    const clear = columns.filter(({ middles }) => middles.length === strokes);
    if (clear.length < Math.max(3, CLEAR * columns.length)) continue;
    const lines = Array.from({ length: strokes }, (_, i) =>
      lineThrough(clear.map(({ x, middles }) => [x, middles[i] ?? 0])),
    );
    if (meets(lines, strokes, width, height) && isApexClosed(mask, mirrored, lines)) return strokes;
  }
  return null;
}

/** Middles of the runs of ink in a column; none where one is thick. */
function middlesOf({ width, height, ink }: InkMask, x: number, thickest = THICKEST): number[] {
  const middles: number[] = [];
  for (let y = 0; y < height; y++) {
    if (!ink[y * width + x]) continue;
    const start = y;
    while (y < height && ink[y * width + x]) y++;
    if (y - start > Math.max(4, thickest * height)) return [];
    middles.push((start + y - 1) / 2);
  }
  return middles;
}

interface Line {
  slope: number;
  start: number;
  /** The farthest a point lies from it. */
  off: number;
}

function lineThrough(points: readonly (readonly [number, number])[]): Line {
  const n = points.length;
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / n;
  const [x0, y0] = [mean(0), mean(1)];
  let [xx, xy] = [0, 0];
  for (const [x, y] of points) {
    xx += (x - x0) ** 2;
    xy += (x - x0) * (y - y0);
  }
  const slope = xx ? xy / xx : 0;
  const start = y0 - slope * x0;
  return { slope, start, off: Math.max(...points.map(([x, y]) => Math.abs(y - slope * x - start))) };
}

/** Two straight strokes that meet at the other side, and bars below that are level or run along the lower one. */
function meets(lines: readonly Line[], strokes: number, width: number, height: number): boolean {
  const [upper, lower, ...bars] = lines;
  if (!upper || !lower) return false;
  if (lines.some(({ off }) => off > Math.max(1.6, 0.08 * height))) return false;
  if (upper.slope < 0.15 || lower.slope > -0.15) return false;
  if (upper.slope > 3 * -lower.slope || -lower.slope > 3 * upper.slope) return false;
  const meeting = (lower.start - upper.start) / (upper.slope - lower.slope) / width;
  if (meeting < 0.72 || meeting > 1.3) return false;
  const level = bars.every(({ slope }) => Math.abs(slope) < 0.12);
  const along = strokes === 3 && bars.every(({ slope }) => Math.abs(slope - lower.slope) < 0.2);
  return level || along;
}

/** The strokes have met at the far side: they go on neither as a cross nor as a triangle's third side. */
function isApexClosed(
  { width, height, ink }: InkMask,
  mirrored: boolean,
  [upper, lower]: readonly Line[],
): boolean {
  if (!upper || !lower) return false;
  const x = Math.round(0.9 * (width - 1));
  const at = upper.slope * x + upper.start;
  const opposite = lower.slope * x + lower.start;
  const column = mirrored ? width - 1 - x : x;
  let inside = 0;
  const [from, to] = [Math.min(at, opposite), Math.max(at, opposite)];
  for (let y = 0; y < Math.floor(from) - 0.15 * height; y++) inside += ink[y * width + column] ?? 0;
  return inside === 0 && to - from < 0.5 * height;
}

/** Two level bars of one length, apart from each other. */
function equalsSign(mask: InkMask): '=' | null {
  const { width, height } = mask;
  if (width < SMALLEST || height < 4 || height > 0.9 * width) return null;
  const columns: { x: number; middles: number[] }[] = [];
  for (let x = 1; x < width - 1; x++) columns.push({ x, middles: middlesOf(mask, x, THICKEST_BAR) });
  const clear = columns.filter(({ middles }) => middles.length === 2);
  if (clear.length < CLEAR_OF_BARS * columns.length) return null;
  const [upper, lower] = [0, 1].map((i) => lineThrough(clear.map(({ x, middles }) => [x, middles[i] ?? 0])));
  if (!upper || !lower) return null;
  const isLevel = [upper, lower].every(({ slope, off }) => Math.abs(slope) < 0.1 && off < 2.5);
  return isLevel && lower.start - upper.start > 0.12 * width ? '=' : null;
}
