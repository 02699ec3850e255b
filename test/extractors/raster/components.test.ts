import fc from 'fast-check';
import { expect, it } from 'vitest';
import { componentsOf } from '../../../extractors/raster/components.js';

/** Pieces found by walking from mark to mark. */
function walked(marks: Uint8Array, width: number, height: number): string[] {
  const left = marks.slice();
  const pieces: string[] = [];
  for (let start = 0; start < left.length; start++) {
    if (!left[start]) continue;
    const box = { left: width, top: height, right: 0, bottom: 0, area: 0 };
    const open = [start];
    left[start] = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + 1);
      box.bottom = Math.max(box.bottom, y + 1);
      box.area++;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          if (!left[v * width + u]) continue;
          left[v * width + u] = 0;
          open.push(v * width + u);
        }
      }
    }
    pieces.push(Object.values(box).join());
  }
  return pieces.sort();
}

it('connected pieces, with their boxes and areas', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 120 }),
      (width, bits) => {
        const height = Math.floor(bits.length / width);
        const marks = Uint8Array.from(bits.slice(0, width * height));
        const { count, left, top, right, bottom, area } = componentsOf(marks, width, height);
        const found = Array.from({ length: count }, (_, c) =>
          [left[c], top[c], right[c], bottom[c], area[c]].join(),
        );
        expect(found.sort()).toEqual(walked(marks, width, height));
      },
    ),
    { numRuns: 300 },
  );
});
