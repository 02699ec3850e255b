import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterOf } from '../../../extractors/csv/delimiter.js';

const fieldsByLibrary = (text: string, delimiter: string): number[] =>
  parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true }).map(
    (record: string[]) => record.length,
  );

describe('delimiterOf', () => {
  test('without quotes it counts the fields csv-parse finds, however lines end', () => {
    const piece = fc.constantFrom('甲', '乙丙', ',', ',,', '\n', '\r\n', '\r', '1,2\n', '1,2\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = `${pieces.join('')}甲\n`;
        const counts = fieldsByLibrary(text, ',');
        const most = Math.max(...counts.map((count) => counts.filter((other) => other === count).length));
        const tables = [...new Set(counts)].filter(
          (n) => counts.filter((other) => other === n).length === most,
        );
        fc.pre(tables.length === 1 && !text.includes(';'));
        const regular = (tables[0] ?? 0) >= 2 && counts.length >= 2 && most >= counts.length * 0.9;
        expect(delimiterOf(text)).toBe(regular ? ',' : undefined);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
