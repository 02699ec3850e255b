import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutLine } from '../../../../extractors/scanned/letters/cut-line.js';

it('a line of common length stays whole', () => {
  const line = { left: 10, top: 0, right: 1500, bottom: 30 };
  expect(cutLine(line, new Uint32Array(1490).fill(5))).toEqual([line]);
});

it('a longer one is cut where no ink is', () => {
  const ink = new Uint32Array(1000).fill(5);
  ink[520] = 0;
  const line = { left: 100, top: 0, right: 1100, bottom: 10 };
  expect(cutLine(line, ink).map(({ left, right }) => [left, right])).toEqual([
    [100, 620],
    [620, 1100],
  ]);
});

it('parts tile the line and none is too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 900 }),
      fc.integer({ min: 0, max: 6 }),
      (ink, height) => {
        const parts = cutLine(
          { left: 7, top: 0, right: 7 + ink.length, bottom: height },
          Uint32Array.from(ink),
        );
        expect(parts[0]?.left).toBe(7);
        expect(parts.at(-1)?.right).toBe(7 + ink.length);
        parts.slice(1).forEach(({ left }, i) => {
          expect(left).toBe(parts[i]?.right);
        });
        for (const { left, right } of parts)
          expect(right - left).toBeLessThanOrEqual(60 * Math.max(1, height));
      },
    ),
  );
});
