import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inverse, type Matrix, multiply } from '../../../extractors/printed/page/matrix.js';
import { layPicture } from '../../../extractors/raster/lay-picture.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';

const blank = (width: number, height: number, shade = 255): ColorRaster => ({
  width,
  height,
  pixels: new Uint8Array(3 * width * height).fill(shade),
});

test('a picture laid as it is is the same, pixel by pixel', () => {
  const size = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      size,
      size,
      size,
      size,
      fc.infiniteStream(fc.nat(255)),
      (width, height, left, top, shades) => {
        const picture = blank(width, height);
        for (let i = 0; i < picture.pixels.length; i++) picture.pixels[i] = shades.next().value;
        const target = blank(30, 30, 7);
        layPicture(target, picture, [1, 0, 0, 1, left, top]);
        for (let y = 0; y < 30; y++) {
          for (let x = 0; x < 30; x++) {
            const isIn = x >= left && x < left + width && y >= top && y < top + height;
            const expected = isIn ? picture.pixels[3 * ((y - top) * width + x - left)] : 7;
            expect(target.pixels[3 * (y * 30 + x)]).toBe(expected);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('one laid smaller is the mean of its pixels, one without area is not laid', () => {
  const picture = blank(8, 8);
  picture.pixels.forEach((_, i) => {
    picture.pixels[i] = Math.floor(i / 3) % 2 === 0 ? 0 : 200;
  });
  const target = blank(2, 2);
  layPicture(target, picture, [0.25, 0, 0, 0.25, 0, 0]);
  expect([...target.pixels]).toEqual(new Array(12).fill(100));
  const before = [...target.pixels];
  layPicture(target, picture, [0, 0, 0, 0.25, 0, 0]);
  expect([...target.pixels]).toEqual(before);
});

test('a matrix and its inverse leave points where they are', () => {
  const part = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(part, part, part, part, part, part), (matrix: Matrix) => {
      fc.pre(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > 0.01);
      const back = inverse(matrix);
      const [a, b, c, d, e, f] = back ? multiply(matrix, back) : matrix;
      for (const [found, expected] of [
        [a, 1],
        [b, 0],
        [c, 0],
        [d, 1],
        [e, 0],
        [f, 0],
      ] as const) {
        expect(found).toBeCloseTo(expected, 3);
      }
    }),
  );
});
