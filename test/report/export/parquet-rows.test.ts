import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { requireView } from '../../../src/model/named-view.js';
import { parquetRows, rowsAt, waitingRows } from '../../../src/report/export/parquet-rows.js';

const { columns } = requireView('project_counts');

it('writes groups of rows, also of chosen ones, and blanks as null', async () => {
  const writer = new ByteWriter();
  const file = parquetRows(writer, columns);
  const rows = [1, 2, 3].map((n) => ({
    province: n === 2 ? null : '青禾省',
    year: 2020 + n,
    stage: 'budget',
    projects: n,
    amount_fen: 9_007_199_254_740_991,
    amount_wan: n / 8,
  }));
  const waiting = waitingRows(columns);
  for (const row of rows) waiting.add(row);
  expect(waiting.count).toBe(3);
  const group = waiting.take();
  expect(waiting.count).toBe(0);
  await file.write(rowsAt(group, [0, 1]));
  await file.write(waiting.take());
  await file.write(rowsAt(group, [2]));
  await file.finish();
  const bytes = writer.getBuffer();
  expect(parquetMetadata(bytes).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([2, 1]);
  const read = await parquetReadObjects({ file: bytes });
  expect(read).toEqual(
    rows.map((row) => ({
      ...row,
      year: BigInt(row.year),
      projects: BigInt(row.projects),
      amount_fen: 9_007_199_254_740_991n,
    })),
  );
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
