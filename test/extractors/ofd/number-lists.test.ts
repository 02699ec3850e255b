import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeltas } from '../../../extractors/ofd/deltas.js';
import { readPathData } from '../../../extractors/ofd/path-data.js';
import { IDENTITY } from '../../../extractors/printed/page/matrix.js';

describe('lists of numbers', () => {
  test.each([
    ['g 3 1.5 2', 9, [1.5, 1.5, 1.5, 2]],
    ['1 g 2 -4 g 999999999 1', 5, [1, -4, -4, 1, 1]],
    ['', 5, []],
    ['g', 5, []],
  ])('steps %s', (text, most, expected) => {
    expect(readDeltas(text, most)).toEqual(expected);
  });

  test('a path is cut at its moves, curves are marked', () => {
    expect(readPathData('M0 0L10 0 L 10 5 C M 1 1 B 1 2 3 4 5 6 Q 1 1 2 2', IDENTITY)).toEqual([
      { points: [0, 0, 10, 0, 10, 5], curved: false, closed: true },
      { points: [1, 1, 5, 6, 2, 2], curved: true, closed: false },
    ]);
  });

  test('any text ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'MLSQBACg0123456789.-e +,'), maxLength: 200 }),
        (text) => {
          for (const { points } of readPathData(text, IDENTITY)) expect(points.length % 2).toBe(0);
          expect(readDeltas(text, 50).length).toBeLessThanOrEqual(50);
        },
      ),
    );
  });
});
