import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileWriter } from 'hyparquet-writer';
import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { View } from '../model/views.js';
import type { ColumnGroup } from '../report/export/column-group.js';
import type { ExportedView, WrittenFile } from '../report/export/data-package.js';
import { intoGroups } from '../report/export/into-groups.js';
import { parquetFile } from '../report/export/parquet-file.js';
import { plainCsvHead, plainCsvLines } from '../report/export/plain-csv.js';

/**
 * Writes the rows of a view that the filter keeps while it hands them on, a group at a time: csv/<view>.csv and
 * parquet/<view>.parquet. What was written it returns when all have been taken.
 */
export async function* exportView(
  store: Store,
  folder: string,
  view: View,
  filter: ViewFilter,
): AsyncGenerator<ColumnGroup, ExportedView> {
  const [csv, parquet] = [`csv/${view.name}.csv`, `parquet/${view.name}.parquet`];
  for (const below of ['csv', 'parquet']) mkdirSync(join(folder, below), { recursive: true });
  const columns = parquetFile(fileWriter(join(folder, parquet)), view.columns);
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  const file = await open(join(folder, csv), 'wx');
  try {
    const write = async (piece: Uint8Array): Promise<void> => {
      bytes += piece.length;
      hash.update(piece);
      await file.appendFile(piece).catch((error) => {
        throw Object.assign(error, { path: join(folder, csv) });
      });
    };
    await write(plainCsvHead(view.columns));
    for await (const group of intoGroups(store.blocks(view.name, filter), view.columns)) {
      rows += group.count;
      columns.add(group);
      for (const piece of plainCsvLines(group)) await write(piece);
      yield group;
    }
  } finally {
    await file.close();
  }
  await columns.finish();
  return {
    view,
    rows,
    csv: { path: csv, bytes, hash: hash.digest('hex') },
    parquet: await describeFile(folder, parquet),
  };
}

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: statSync(file).size, hash: hash.digest('hex') };
}
