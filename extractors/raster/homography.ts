export type PixelPoint = readonly [x: number, y: number];

/** Four corners: upper left, upper right, lower right, lower left. */
export type Quadrilateral = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** A projective map of the plane: x' = (a x + b y + c) / (g x + h y + i), y' = (d x + e y + f) / (g x + h y + i). */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const scaling = (x: number, y: number): Homography => [x, 0, 0, 0, y, 0, 0, 0, 1];

export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, [x, y]: PixelPoint): PixelPoint {
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/** The map that does `first` and then `then`. */
export function composed(first: Homography, then: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = first;
  const [p, q, r, s, t, u, v, w, x] = then;
  return [
    p * a + q * d + r * g,
    p * b + q * e + r * h,
    p * c + q * f + r * i,
    s * a + t * d + u * g,
    s * b + t * e + u * h,
    s * c + t * f + u * i,
    v * a + w * d + x * g,
    v * b + w * e + x * h,
    v * c + w * f + x * i,
  ];
}

/** The map back; the adjugate, which differs from the inverse by a factor that means nothing. */
export const inverse = ([a, b, c, d, e, f, g, h, i]: Homography): Homography => [
  e * i - f * h,
  c * h - b * i,
  b * f - c * e,
  f * g - d * i,
  a * i - c * g,
  c * d - a * f,
  d * h - e * g,
  b * g - a * h,
  a * e - b * d,
];

/** The map of the unit square to four corners (Heckbert 1989, 2.2.3). */
function ofUnitSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quadrilateral): Homography {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/** The map that takes four corners to four others. */
export const homographyOf = (from: Quadrilateral, to: Quadrilateral): Homography =>
  composed(inverse(ofUnitSquare(from)), ofUnitSquare(to));

/** The corners of a rectangle with its upper left one at the origin. */
export const cornersOf = (width: number, height: number): Quadrilateral => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];
