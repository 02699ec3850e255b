import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { requireView } from '../../../src/model/named-view.js';
import { parquetRows } from '../../../src/report/export/parquet-rows.js';

const { columns } = requireView('project_counts');

it('writes rows as they come, blanks as null, and leaves out columns', async () => {
  const rows = [1, 2, 3].map((n) => ({
    province: n === 2 ? null : '青禾省',
    year: 2020 + n,
    stage: 'budget',
    projects: n,
    amount_fen: 9_007_199_254_740_991,
    amount_wan: n === 3 ? null : n / 8,
  }));
  const written = async (without: string[]) => {
    const writer = new ByteWriter();
    const file = parquetRows(writer, columns, without);
    file.add(rows.slice(0, 2).map((row) => Object.values(row)));
    file.add(rows.slice(2).map((row) => Object.values(row)));
    await file.finish();
    return parquetReadObjects({ file: writer.getBuffer() });
  };
  const expected = rows.map((row) => ({
    ...row,
    year: BigInt(row.year),
    projects: BigInt(row.projects),
    amount_fen: 9_007_199_254_740_991n,
  }));
  expect(await written([])).toEqual(expected);
  expect(await written(['province', 'year'])).toEqual(
    expected.map(({ province: _, year: __, ...row }) => row),
  );
});

it('writes groups that say which regions they are of', async () => {
  const writer = new ByteWriter();
  const view = requireView('documents');
  const place = view.columns.findIndex(({ name }) => name === 'region_code');
  const file = parquetRows(writer, view.columns);
  const row = (code: string) => view.columns.map((_, n) => (n === place ? code : null));
  for (const code of ['990101', '990102', '990103'])
    file.add(Array.from({ length: 10_000 }, () => row(code)));
  await file.finish();
  const groups = parquetMetadata(writer.getBuffer()).row_groups.map(({ num_rows, columns: chunks }) => {
    const { min_value, max_value } = chunks[place]?.meta_data?.statistics ?? {};
    return [Number(num_rows), min_value, max_value];
  });
  expect(groups).toEqual([
    [20_000, '990101', '990102'],
    [10_000, '990103', '990103'],
  ]);
});

it('is a whole file without a row', async () => {
  const writer = new ByteWriter();
  await parquetRows(writer, columns).finish();
  expect(await parquetReadObjects({ file: writer.getBuffer() })).toEqual([]);
  expect(
    parquetMetadata(writer.getBuffer())
      .schema.map(({ name }) => name)
      .slice(1),
  ).toEqual(columns.map(({ name }) => name));
});
