import { type Homography, mapPoint } from '../../raster/homography.js';

/** Points as two arrays. */
export interface Points {
  count: number;
  x: Float32Array;
  y: Float32Array;
}

/** Points where ink begins: `across` going to the right (left edges of it), `down` going down (upper edges). */
export interface EdgePoints {
  across: Points;
  down: Points;
}

/** Pixels along the edges of the picture that are not looked at: thin dark strips there belong to the scanner, not to the page. */
const MARGIN = 8;
/** More of them make nothing surer. */
const MOST_POINTS = 150_000;

/** The pixels at which ink begins, along and down. */
export function edgePoints(marks: Uint8Array, width: number, height: number): EdgePoints {
  return { across: begins(marks, width, height, 1), down: begins(marks, width, height, width) };
}

function begins(marks: Uint8Array, width: number, height: number, back: number): Points {
  const found: Points = { count: 0, x: new Float32Array(MOST_POINTS), y: new Float32Array(MOST_POINTS) };
  let all = 0;
  eachBegin(marks, width, height, back, () => all++);
  const every = Math.ceil(all / MOST_POINTS) || 1;
  let seen = 0;
  eachBegin(marks, width, height, back, (x, y) => {
    if (seen++ % every !== 0) return;
    found.x[found.count] = x + 0.5;
    found.y[found.count++] = y + 0.5;
  });
  return found;
}

function eachBegin(
  marks: Uint8Array,
  width: number,
  height: number,
  back: number,
  see: (x: number, y: number) => void,
): void {
  for (let y = MARGIN; y < height - MARGIN; y++) {
    for (let x = MARGIN, i = y * width + x; x < width - MARGIN; x++, i++) {
      if (marks[i] !== 0 && marks[i - back] === 0) see(x, y);
    }
  }
}

/** The points where a map takes them. */
export function mappedPoints({ count, x, y }: Points, map: Homography): Points {
  const mapped: Points = { count, x: new Float32Array(count), y: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    const [u, v] = mapPoint(map, [x[i] ?? 0, y[i] ?? 0]);
    mapped.x[i] = u;
    mapped.y[i] = v;
  }
  return mapped;
}
