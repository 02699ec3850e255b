import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { requireView } from '../../../src/model/named-view.js';
import type { ViewColumn } from '../../../src/model/views.js';
import { intoGroups } from '../../../src/report/export/into-groups.js';
import { parquetFile } from '../../../src/report/export/parquet-file.js';
import type { Value } from '../../../src/report/row.js';

const { columns } = requireView('project_counts');

async function written(
  blocks: readonly Value[][][],
  of: readonly ViewColumn[],
  without?: string[],
): Promise<ArrayBuffer> {
  const writer = new ByteWriter();
  const file = parquetFile(writer, of, without);
  const coming = async function* () {
    yield* blocks;
  };
  for await (const group of intoGroups(coming(), of, without)) file.add(group);
  await file.finish();
  return writer.getBuffer();
}

it('writes rows as they come, blanks as null, and leaves out columns', async () => {
  const rows = [1, 2, 3].map((n) => ({
    province: n === 2 ? null : '青禾省',
    year: 2020 + n,
    stage: 'budget',
    projects: n,
    amount_fen: 9_007_199_254_740_991,
    amount_wan: n === 3 ? null : n / 8,
  }));
  const values = rows.map((row) => Object.values(row));
  const read = async (without: string[]) =>
    parquetReadObjects({ file: await written([values.slice(0, 2), values.slice(2)], columns, without) });
  const expected = rows.map((row) => ({
    ...row,
    year: BigInt(row.year),
    projects: BigInt(row.projects),
    amount_fen: 9_007_199_254_740_991n,
  }));
  expect(await read([])).toEqual(expected);
  expect(await read(['province', 'year'])).toEqual(expected.map(({ province: _, year: __, ...row }) => row));
});

it('writes groups that say which regions they are of', async () => {
  const view = requireView('documents');
  const place = view.columns.findIndex(({ name }) => name === 'region_code');
  const row = (code: string) => view.columns.map((_, n) => (n === place ? code : null));
  const blocks = ['990101', '990102', '990103'].map((code) =>
    Array.from({ length: 10_000 }, () => row(code)),
  );
  const groups = parquetMetadata(await written(blocks, view.columns)).row_groups.map(
    ({ num_rows, columns: chunks }) => {
      const { min_value, max_value } = chunks[place]?.meta_data?.statistics ?? {};
      return [Number(num_rows), min_value, max_value];
    },
  );
  expect(groups).toEqual([
    [20_000, '990101', '990102'],
    [10_000, '990103', '990103'],
  ]);
});

it('is a whole file without a row', async () => {
  const file = await written([], columns);
  expect(await parquetReadObjects({ file })).toEqual([]);
  expect(
    parquetMetadata(file)
      .schema.map(({ name }) => name)
      .slice(1),
  ).toEqual(columns.map(({ name }) => name));
});
