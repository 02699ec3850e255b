import { expect, it } from 'vitest';
import { isPercentShape } from '../../../../extractors/scanned/letters/percent-shape.js';

/** Lines of a drawing, # is ink, each pixel three of the mask. */
const maskOf = (...rows: string[]) => {
  const [width, height] = [3 * (rows[0]?.length ?? 0), 3 * rows.length];
  const ink = Uint8Array.from({ length: width * height }, (_, i) =>
    rows[Math.floor(i / width / 3)]?.[Math.floor((i % width) / 3)] === '#' ? 1 : 0,
  );
  return { width, height, ink };
};

it.each([
  ['run together', ['###.#', '###.#', '.###.', '#.###', '#.###']],
  ['narrow', ['##.#', '##.#', '.##.', '#.##', '#.##']],
])('a percent sign %s is one', (_, rows) => {
  expect(isPercentShape(maskOf(...rows))).toBe(true);
});

it.each([
  ['8', ['.##.', '#..#', '.##.', '#..#', '.##.']],
  ['4', ['..#.', '.##.', '#.#.', '####', '..#.']],
  ['a dash', ['####', '####']],
  ['Z', ['####', '...#', '.##.', '#...', '####']],
  ['下', ['#####', '..#..', '..##.', '..#..', '..#..']],
  ['X', ['#...#', '.#.#.', '..#..', '.#.#.', '#...#']],
])('%s is none', (_, rows) => {
  expect(isPercentShape(maskOf(...rows))).toBe(false);
});
