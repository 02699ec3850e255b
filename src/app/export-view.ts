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
import { type ParquetRows, parquetRows, rowsAt, waitingRows } from '../report/export/parquet-rows.js';
import { plainCsv } from '../report/export/plain-csv.js';
import type { Row } from '../report/row.js';
import { writeOutput } from './write-output.js';

/** Rows that wait in memory before they are written as a row group, over all Parquet files of a view. */
const ROWS_WAITING = 20_000;

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

/** A part of the rows that wait: its file, and which of them are its own. */
interface Part {
  file: ParquetRows;
  places: number[];
}

/** The Parquet files of a view, below the folder; a part is begun with its first row. Rows wait once, whatever files they go to. */
function parquetFiles(folder: string, view: View) {
  const open = (path: string): ParquetRows => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    return parquetRows(fileWriter(join(folder, path)), view.columns);
  };
  const path = `parquet/${view.name}.parquet`;
  const whole = open(path);
  const parts = new Map<string, Part>();
  const partOf = ({ year, province }: Row): Part => {
    const name = `parquet/${view.name}/${year ?? '年度未定'}-${province ?? '地区未定'}.parquet`;
    const part = parts.get(name) ?? { file: open(name), places: [] };
    parts.set(name, part);
    return part;
  };
  const hasParts = findSection(view.name)?.parquet === true;
  const waiting = waitingRows(view.columns);
  const flush = async (): Promise<void> => {
    const group = waiting.take();
    await whole.write(group);
    for (const part of parts.values()) {
      await part.file.write(rowsAt(group, part.places));
      part.places = [];
    }
  };
  return {
    async add(row: Row): Promise<void> {
      if (hasParts) partOf(row).places.push(waiting.count);
      waiting.add(row);
      if (waiting.count >= ROWS_WAITING) await flush();
    },
    async finish(): Promise<{ whole: string; parts: string[] }> {
      await flush();
      for (const file of [whole, ...[...parts.values()].map((part) => part.file)]) await file.finish();
      return { whole: path, parts: [...parts.keys()].sort() };
    },
  };
}

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: statSync(file).size, hash: hash.digest('hex') };
}
