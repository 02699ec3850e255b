import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileWriter } from 'hyparquet-writer';
import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import { findSection } from '../model/sections/sections.js';
import type { View } from '../model/views.js';
import type { ExportedView, WrittenFile } from '../report/export/data-package.js';
import { type ParquetRows, parquetRows } from '../report/export/parquet-rows.js';
import { plainCsv } from '../report/export/plain-csv.js';
import type { Row } from '../report/row.js';
import { writeOutput } from './write-output.js';

/** Rows that wait in memory before they are written as a row group, over all Parquet files of a view. */
const ROWS_WAITING = 50_000;

/**
 * Writes the rows of a view that the filter keeps, in one pass: csv/<view>.csv, parquet/<view>.parquet, and for views of figures
 * parquet/<view>/<year>-<province>.parquet, where year and province are columns too. No more rows than wait are held.
 */
export async function exportView(
  store: Store,
  folder: string,
  view: View,
  filter: ViewFilter,
): Promise<ExportedView> {
  const csv = `csv/${view.name}.csv`;
  const files = parquetFiles(folder, view);
  let rows = 0;
  async function* passed() {
    for await (const row of store.rows(view.name, filter)) {
      rows += 1;
      await files.add(row);
      yield row;
    }
  }
  mkdirSync(join(folder, 'csv'), { recursive: true });
  await writeOutput(plainCsv(passed(), view.columns), join(folder, csv));
  const { whole, parts } = await files.finish();
  return {
    view,
    rows,
    csv: await describeFile(folder, csv),
    parquet: await describeFile(folder, whole),
    parts: await Promise.all(parts.map((path) => describeFile(folder, path))),
  };
}

/** The Parquet files of a view, below the folder; a part is begun with its first row. */
function parquetFiles(folder: string, view: View) {
  const files = new Map<string, ParquetRows>();
  const open = (path: string): ParquetRows => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const file = parquetRows(fileWriter(join(folder, path)), view.columns);
    files.set(path, file);
    return file;
  };
  const path = `parquet/${view.name}.parquet`;
  const whole = open(path);
  const hasParts = findSection(view.name)?.parquet === true;
  let waiting = 0;
  return {
    async add(row: Row): Promise<void> {
      whole.add(row);
      waiting += 1;
      if (hasParts) {
        const part = `parquet/${view.name}/${row.year ?? '年度未定'}-${row.province ?? '地区未定'}.parquet`;
        (files.get(part) ?? open(part)).add(row);
      }
      if (waiting < ROWS_WAITING) return;
      for (const file of files.values()) await file.flush();
      waiting = 0;
    },
    async finish(): Promise<{ whole: string; parts: string[] }> {
      for (const file of files.values()) await file.finish();
      return { whole: path, parts: [...files.keys()].filter((each) => each !== path).sort() };
    },
  };
}

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: statSync(file).size, hash: hash.digest('hex') };
}
