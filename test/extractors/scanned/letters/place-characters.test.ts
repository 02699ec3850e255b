import { expect, it } from 'vitest';
import { placeCharacters } from '../../../../extractors/scanned/letters/place-characters.js';

const HEIGHT = 40;

/** Characters with their middles, in pixels of a line 400 wide. */
const placed = (text: string, middles: readonly number[]) =>
  placeCharacters(
    [...text].map((char, i) => ({
      code: char.codePointAt(0) ?? 0,
      middle: middles[i] ?? 0,
      confidence: 0.99,
    })),
    { left: 0, top: 0, right: 400, bottom: HEIGHT },
    new Uint32Array(400),
  );

const gaps = (text: string, middles: readonly number[]): number[] => {
  const boxes = placed(text, middles);
  return boxes.slice(1).map(({ left }, i) => Math.round(left - (boxes[i]?.right ?? 0)));
};

it('figures set wide touch each other: no space was read there', () => {
  expect(gaps('44.08', [10, 32, 60, 98, 120])).toEqual([0, 0, 0, 0]);
});

it('what stands far apart, or has a space between, does not', () => {
  expect(gaps('12', [10, 110])[0]).toBeGreaterThan(30);
  expect(gaps('1 2', [10, 40, 70]).every((gap) => gap >= 0)).toBe(true);
  expect(placed('1 2', [10, 50, 90])[0]?.right).toBeLessThan(26);
});
