import { expect, it } from 'vitest';
import { oncePerText } from '../../../src/audit/texts/once-per-text.js';

it('works a text out once, and again after many others', () => {
  const met: string[] = [];
  const lengthOf = oncePerText((text) => {
    met.push(text);
    return { length: text.length };
  });
  expect([lengthOf('甲'), lengthOf('甲'), lengthOf('')]).toEqual([
    { length: 1 },
    { length: 1 },
    { length: 0 },
  ]);
  expect(met).toEqual(['甲', '']);
  for (const sign of ['乙', '丙', '丁']) lengthOf(sign.repeat(100_000));
  expect(lengthOf('甲')).toEqual({ length: 1 });
  expect(met.filter((text) => text === '甲')).toHaveLength(2);
});
