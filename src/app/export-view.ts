import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileWriter } from 'hyparquet-writer';
import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { View } from '../model/views.js';
import type { ExportedView, WrittenFile } from '../report/export/data-package.js';
import { parquetRows } from '../report/export/parquet-rows.js';
import { plainCsv } from '../report/export/plain-csv.js';
import { writeOutput } from './write-output.js';

/** Writes the rows of a view that the filter keeps, in one pass: csv/<view>.csv and parquet/<view>.parquet. */
export async function exportView(
  store: Store,
  folder: string,
  view: View,
  filter: ViewFilter,
): Promise<ExportedView> {
  const [csv, parquet] = [`csv/${view.name}.csv`, `parquet/${view.name}.parquet`];
  for (const below of ['csv', 'parquet']) mkdirSync(join(folder, below), { recursive: true });
  const file = parquetRows(fileWriter(join(folder, parquet)), view.columns);
  let rows = 0;
  async function* passed() {
    for await (const block of store.blocks(view.name, filter)) {
      rows += block.length;
      await file.add(block);
      yield block;
    }
  }
  const names = view.columns.map(({ name }) => name);
  await writeOutput(plainCsv(passed(), names), join(folder, csv));
  await file.finish();
  return {
    view,
    rows,
    csv: await describeFile(folder, csv),
    parquet: await describeFile(folder, parquet),
  };
}

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: statSync(file).size, hash: hash.digest('hex') };
}
