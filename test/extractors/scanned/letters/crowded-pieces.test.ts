import { expect, it } from 'vitest';
import { crowdedPieces } from '../../../../extractors/scanned/letters/crowded-pieces.js';
import type { InkPiece } from '../../../../extractors/scanned/letters/line-ink.js';

const met = (text: string) =>
  [...text].map((char) => ({ code: char.charCodeAt(0), middle: 0, confidence: 0.99 }));
const piece = (from: number, to: number): InkPiece => ({ from, to, top: 8, bottom: 34, area: 100 });

it('figures that touch are crowded where more ink is than for those that were read', () => {
  const apart = [piece(0, 15), piece(19, 34)];
  const touching = (figures: number): InkPiece => piece(38, 38 + 19 * figures - 3);
  const crowded = (read: number, drawn: number): number => {
    const pieces = [...apart, touching(drawn)];
    const own = Array.from({ length: read }, () => [2]);
    return crowdedPieces(met('28'.concat('0'.repeat(read))), [[0], [1], ...own], pieces).size;
  };
  expect([crowded(4, 4), crowded(3, 3), crowded(1, 1)]).toEqual([0, 0, 0]);
  expect([crowded(3, 4), crowded(4, 5), crowded(1, 2)]).toEqual([1, 1, 1]);
});

it('where all touch, their height tells how wide they can be', () => {
  const pieces = [piece(0, 5 * 19 - 3)];
  const all = (read: number): number =>
    crowdedPieces(
      met('0'.repeat(read)),
      Array.from({ length: read }, () => [0]),
      pieces,
    ).size;
  expect(all(5)).toBe(0);
  expect(all(3)).toBe(1);
});
