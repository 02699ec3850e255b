import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import type { ViewColumn } from '../../../src/model/views.js';
import { csvLine } from '../../../src/report/csv-line.js';
import { intoGroups } from '../../../src/report/export/into-groups.js';
import { parquetFile } from '../../../src/report/export/parquet-file.js';
import { plainCsvHead, plainCsvLines } from '../../../src/report/export/plain-csv.js';
import { rowsOfGroup } from '../../../src/report/export/rows-of-group.js';

type Row = (string | number | null)[];

const column = (name: string, type: ViewColumn['type']): ViewColumn => ({
  name,
  type,
  title: name,
  meaning: '',
});
const COLUMNS = [
  column('id', 'integer'),
  column('region_code', 'text'),
  column('name', 'text'),
  column('quantity', 'real'),
];
const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'STRING' } as const;

const blankOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row: fc.Arbitrary<Row> = fc.tuple(
  blankOr(fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2024, 2025, -1))),
  blankOr(fc.constantFrom('430101', '430102', '\uffff', '😀', '')),
  blankOr(fc.string({ unit: fc.constantFrom('a', '元', '😀', '\ud800', ',', '"', '\r', '\n') })),
  blankOr(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0.5, -0, 100))),
);
/** Some that are the same again and again, so that dictionaries pay. */
const rows = fc
  .tuple(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }))
  .map(([few, times]) => Array.from({ length: times }, () => few).flat());

const byTheLibrary = (all: readonly Row[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      rowGroupSize: 20_000,
      columnData: COLUMNS.map(({ name, type }, place) => ({
        name,
        type: TYPES[type],
        nullable: true,
        data: all.map((each) => {
          const value = each[place] ?? null;
          return type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
        }),
        statistics: name === 'region_code',
        ...(type === 'text' ? { encoding: 'RLE_DICTIONARY' as const } : {}),
      })),
    }),
  );

async function written(all: readonly Row[]): Promise<{ parquet: Uint8Array; csv: string; rows: Row[] }> {
  const writer = new ByteWriter();
  const file = parquetFile(writer, COLUMNS);
  const pieces = [plainCsvHead(COLUMNS)];
  const rows: Row[] = [];
  for await (const group of intoGroups(blocksOf(all), COLUMNS)) {
    file.add(group);
    for (const piece of plainCsvLines(group)) pieces.push(Uint8Array.from(piece));
    for (const block of rowsOfGroup(group, Infinity)) rows.push(...block.map((row) => Object.values(row)));
  }
  await file.finish();
  return { parquet: new Uint8Array(writer.getBuffer()), csv: Buffer.concat(pieces).toString(), rows };
}

async function* blocksOf(all: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let n = 0; n < all.length; n += 7000) yield all.slice(n, n + 7000);
}

/** Half a surrogate pair is lost in UTF-8. */
const wholeCharacters = (row: Row): Row =>
  row.map((value) => (typeof value === 'string' ? Buffer.from(value).toString() : value));

const asText = (all: readonly Row[]): string =>
  Buffer.from([COLUMNS.map(({ name }) => name), ...all].map(csvLine).join('')).toString();

it('writes Parquet to the byte as the library does of plain lists, and CSV as line by line', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const { parquet, csv, rows } = await written(all);
      expect(Buffer.compare(parquet, byTheLibrary(all))).toBe(0);
      expect(csv).toBe(asText(all));
      expect(rows).toEqual(all.map(wholeCharacters));
    }),
  );
});

it('begins each group anew', async () => {
  const all = Array.from(
    { length: 42_000 },
    (_, n): Row => [n, String(n % 3), n % 7 ? `名,${n}` : null, n / 8],
  );
  const { parquet, csv } = await written(all);
  expect(csv).toBe(asText(all));
  const read = await parquetReadObjects({ file: parquet.buffer as ArrayBuffer });
  expect(
    read.map((each) =>
      Object.values(each).map((value) => (typeof value === 'bigint' ? Number(value) : value)),
    ),
  ).toEqual(all);
});

it('refuses what a column does not hold', async () => {
  await expect(written([[1, 5 as unknown as string, null, null]])).rejects.toThrow(
    'region_code 应为文字，是 5',
  );
  await expect(written([['一', null, null, null]])).rejects.toThrow('id 应为数，是 一');
});

it('refuses a whole number that is none', async () => {
  await expect(written([[0.5, null, null, null]])).rejects.toThrow('0.5 不是 64 位的整数');
});
