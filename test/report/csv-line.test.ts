import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine } from '../../src/report/csv-line.js';

it('quotes every kind of line break', () => {
  expect(csvLine(['目标1\n目标2', 'a\rb', 'a\r\nb', '平常'])).toBe('"目标1\n目标2","a\rb","a\r\nb",平常\r\n');
});

it('is read back as written, whichever line break a reader takes for the end of a record', () => {
  const text = fc.string({ unit: fc.constantFrom('\n', '\r', ',', '"', ' ', 'a', '元') });
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const csv = rows.map(csvLine).join('');
        for (const record_delimiter of ['\r\n', ['\r\n', '\n', '\r']]) {
          expect(parse(csv, { record_delimiter, relax_column_count: true })).toEqual(rows);
        }
      },
    ),
  );
});
