import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchesOf } from '../../../../extractors/scanned/letters/batches.js';

it('every line is in one batch, as wide as it or little wider', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3000 })),
      fc.integer({ min: 1, max: 8 }),
      (widths, most) => {
        const batches = batchesOf(widths, { lines: most, width: 6000 });
        const members = batches.flatMap((batch) => batch.members).sort((a, b) => a - b);
        expect(members).toEqual(widths.map((_, i) => i));
        for (const { members: own, width } of batches) {
          expect(own.length).toBeLessThanOrEqual(most);
          const least = Math.min(...own.map((i) => widths[i] ?? 0));
          expect(width).toBeGreaterThanOrEqual(Math.max(...own.map((i) => widths[i] ?? 0)));
          expect(width).toBeLessThan(2 * least + 64);
          expect(own.length === 1 || own.length * width <= 6000).toBe(true);
        }
      },
    ),
  );
});
