import { expect, it } from 'vitest';
import { type Kept, nothingKept, oncePer } from '../../../src/audit/subjects/once-per.js';

it('works out its value once for each object, and anew for a changed copy', () => {
  let times = 0;
  const doubled = oncePer(({ value }: { value: number; kept: Kept }) => {
    times += 1;
    return [value * 2];
  });
  const squared = oncePer(({ value }: Parameters<typeof doubled>[0]) => [value ** 2]);
  const one = { value: 3, kept: nothingKept() };
  expect([doubled(one), doubled(one), doubled({ ...one, value: 2 }), doubled(one)]).toEqual([
    [6],
    [6],
    [4],
    [6],
  ]);
  expect(times).toBe(2);
  expect(squared(one)).toEqual([9]);
});
