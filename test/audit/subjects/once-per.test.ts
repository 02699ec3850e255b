import { expect, it } from 'vitest';
import { oncePer } from '../../../src/audit/subjects/once-per.js';

it('works out its value once for each object, and anew for a changed copy', () => {
  let times = 0;
  const doubled = oncePer(({ value }: { value: number }) => {
    times += 1;
    return value * 2;
  });
  const one = { value: 1 };
  expect([doubled(one), doubled(one), doubled({ ...one, value: 2 })]).toEqual([2, 2, 4]);
  expect(times).toBe(2);
  expect(one).toStrictEqual({ value: 1 });
});
