import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composed,
  cornersOf,
  type Homography,
  homographyOf,
  inverse,
  mapPoint,
  type PixelPoint,
  type Quadrilateral,
} from '../../../extractors/raster/homography.js';

/** A page seen from aside: corners moved by up to a fifth. */
const quadrilateral = fc
  .array(
    fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -20, max: 20, noNaN: true })),
    {
      minLength: 4,
      maxLength: 4,
    },
  )
  .map((moves): Quadrilateral => {
    const at = (i: number, [x, y]: PixelPoint): PixelPoint => [
      x + (moves[i]?.[0] ?? 0),
      y + (moves[i]?.[1] ?? 0),
    ];
    return [at(0, [0, 0]), at(1, [100, 0]), at(2, [100, 100]), at(3, [0, 100])];
  });

const isNear = ([x, y]: PixelPoint, [u, v]: PixelPoint): boolean => Math.hypot(x - u, y - v) < 1e-6;

describe('homographies', () => {
  it('take corners to corners and straight lines to straight lines, and back', () => {
    fc.assert(
      fc.property(quadrilateral, quadrilateral, (from, to) => {
        const map = homographyOf(from, to);
        const back = inverse(map);
        expect(from.every((corner, i) => isNear(mapPoint(map, corner), to[i] ?? [0, 0]))).toBe(true);
        const [a, b, c] = [0.2, 0.5, 0.9].map((t): PixelPoint => mapPoint(map, [10 + 60 * t, 20 + 30 * t]));
        const [[ax, ay], [bx, by], [cx, cy]] = [a ?? [0, 0], b ?? [0, 0], c ?? [0, 0]];
        expect(Math.abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))).toBeLessThan(1e-5);
        expect(isNear(mapPoint(back, mapPoint(map, [33, 44])), [33, 44])).toBe(true);
      }),
    );
  });

  it('one after the other are one', () => {
    fc.assert(
      fc.property(quadrilateral, quadrilateral, (one, other) => {
        const [first, then]: Homography[] = [
          homographyOf(cornersOf(100, 100), one),
          homographyOf(cornersOf(100, 100), other),
        ];
        if (!first || !then) return;
        expect(
          isNear(mapPoint(composed(first, then), [40, 60]), mapPoint(then, mapPoint(first, [40, 60]))),
        ).toBe(true);
      }),
    );
  });
});
