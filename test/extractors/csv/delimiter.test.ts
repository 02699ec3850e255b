import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterOf } from '../../../extractors/csv/delimiter.js';

const mostEqual = (counts: readonly number[]): number =>
  Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));

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
        const most = mostEqual(counts);
        const tables = [...new Set(counts)].filter(
          (n) => counts.filter((other) => other === n).length === most,
        );
        fc.pre(tables.length === 1);
        const regular = (tables[0] ?? 0) >= 2 && counts.length >= 2 && most >= counts.length * 0.9;
        const rows = counts.slice(
          counts.findIndex((n) => n > 1),
          counts.findLastIndex((n) => n > 1) + 1,
        );
        const frequent = rows.filter((n) => rows.filter((other) => other === n).length === mostEqual(rows));
        fc.pre(new Set(frequent).size <= 1);
        const ragged =
          (frequent[0] ?? 0) >= 3 && frequent.length >= 2 && frequent.length >= rows.length * 0.6;
        expect(delimiterOf(text)).toBe(regular || ragged ? ',' : undefined);
      }),
      { numRuns: 500 },
    );
  });
});
