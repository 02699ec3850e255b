import { expect, it } from 'vitest';
import { colonShape } from '../../../../extractors/scanned/letters/colon-shape.js';

const maskOf = (...rows: string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  ink: Uint8Array.from([...rows.join('')].map((pixel) => (pixel === '#' ? 1 : 0))),
});

it.each([
  [':', ['###', '###', '###', '...', '...', '###', '###', '###']],
  [';', ['###', '###', '###', '...', '...', '###', '###', '###', '.##', '##.']],
  [null, ['###', '###', '###', '...', '###', '###', '###', '.##']],
  [null, ['###', '###', '###']],
  [null, ['##', '..', '##', '..', '##']],
  [null, ['#####', '.....', '#####']],
] as const)('%s', (mark, rows) => {
  expect(colonShape(maskOf(...rows))).toBe(mark);
});
