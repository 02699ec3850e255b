import { expect, it } from 'vitest';
import { isSemicolonShape } from '../../../../extractors/scanned/letters/semicolon-shape.js';

const maskOf = (...rows: string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  ink: Uint8Array.from([...rows.join('')].map((pixel) => (pixel === '#' ? 1 : 0))),
});

it.each([
  [true, ['###', '###', '###', '...', '...', '###', '###', '###', '.##', '##.']],
  [false, ['###', '###', '###', '...', '...', '###', '###', '###']],
  [false, ['###', '###', '###', '...', '###', '###', '###', '.##']],
  [false, ['###', '###', '###']],
  [false, ['##', '..', '##', '..', '##']],
  [false, ['#####', '.....', '#####', '#####']],
])('%s', (isOne, rows) => {
  expect(isSemicolonShape(maskOf(...rows))).toBe(isOne);
});
