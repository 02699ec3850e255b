import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCtc } from '../../../../extractors/scanned/letters/decode-ctc.js';

const CLASSES = 5;

/** Steps of which each is as sure as told of its class. */
const likely = (steps: readonly (readonly [number, number])[]): Float32Array => {
  const numbers = new Float32Array(steps.length * CLASSES);
  steps.forEach(([number, sure], i) => {
    numbers.fill((1 - sure) / CLASSES, i * CLASSES, (i + 1) * CLASSES);
    numbers[i * CLASSES + number] = sure;
  });
  return numbers;
};

it('a class that goes on is one, and one after a step of none is another', () => {
  const decoded = decodeCtc(
    likely([
      [0, 0.9],
      [3, 0.5],
      [3, 0.75],
      [0, 0.9],
      [3, 0.5],
      [4, 0.5],
    ]),
    CLASSES,
  );
  expect(decoded).toEqual([
    { class: 3, from: 1, to: 2, confidence: 0.75 },
    { class: 3, from: 4, to: 4, confidence: 0.5 },
    { class: 4, from: 5, to: 5, confidence: 0.5 },
  ]);
});

it('reads what was written, however long each class goes on', () => {
  const written = fc.array(
    fc.tuple(fc.integer({ min: 1, max: CLASSES - 1 }), fc.integer({ min: 1, max: 4 })),
  );
  fc.assert(
    fc.property(written, (classes) => {
      const steps = classes.flatMap(([number, long]) => [
        ...Array.from({ length: long }, () => [number, 0.8] as const),
        [0, 0.9] as const,
      ]);
      expect(decodeCtc(likely(steps), CLASSES).map(({ class: number }) => number)).toEqual(
        classes.map(([number]) => number),
      );
    }),
  );
});
