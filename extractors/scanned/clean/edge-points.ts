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

/** More of them make nothing surer. */
const MOST_POINTS = 150_000;

/** The pixels at which ink begins, along and down. */
export function edgePoints(marks: Uint8Array, width: number, height: number): EdgePoints {
  return { across: begins(marks, width, height, 1), down: begins(marks, width, height, width) };
}

function begins(marks: Uint8Array, width: number, height: number, back: number): Points {
  let count = 0;
  for (let i = width; i < marks.length; i++) if (marks[i] !== 0 && marks[i - back] === 0) count++;
  const every = Math.ceil(count / MOST_POINTS) || 1;
  const size = Math.ceil(count / every);
  const x = new Float32Array(size);
  const y = new Float32Array(size);
  let [seen, at] = [0, 0];
  for (let v = 1; v < height; v++) {
    for (let u = 0, i = v * width; u < width; u++, i++) {
      if (marks[i] === 0 || marks[i - back] !== 0 || seen++ % every !== 0) continue;
      x[at] = u + 0.5;
      y[at++] = v + 0.5;
    }
  }
  return { count: at, x, y };
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
