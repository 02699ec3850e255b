import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findView, type View } from '../model/views.js';
import { dataPackage, type ExportedView, type WrittenFile } from '../report/export/data-package.js';
import { parquetFile } from '../report/export/parquet-file.js';
import { plainCsv } from '../report/export/plain-csv.js';
import { type RowsSheet, rowsWorkbook } from '../report/rows-workbook.js';
import type { Store } from '../store/open-store.js';
import { UsageError } from './usage-error.js';
import { writeOutput } from './write-output.js';

/** Views of figures, which programs read by column. */
const IN_PARQUET = ['budgets', 'projects', 'indicators', 'costs'];
/** More rows of a sheet than this nobody reads, and few programs open. */
export const SHEET_ROWS = 50_000;

export interface ExportSummary {
  views: { name: string; rows: number }[];
  /** Views of which the workbook holds the first rows only. */
  cut: string[];
}

/**
 * Writes views of a store to a new folder: csv/<view>.csv, parquet/<view>/<year>-<province>.parquet, 明账.xlsx and
 * datapackage.json. The folder appears under its name only when it is whole.
 * @throws UsageError when the folder exists and is not empty, or its name is that of something else
 */
export async function exportStore(
  store: Store,
  folder: string,
  { views, created, version }: { views: readonly string[]; created: Date; version: string },
): Promise<ExportSummary> {
  const standing = lstatSync(folder, { throwIfNoEntry: false });
  if (standing && !standing.isDirectory()) {
    throw new UsageError(`${folder} 不是文件夹（或是指向别处的链接），没有动它；请换一个名称`);
  }
  if (standing && readdirSync(folder).length > 0) {
    throw new UsageError(`文件夹 ${folder} 不是空的；请换一个，或先移走其中的文件`);
  }
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const exported: ExportedView[] = [];
    for (const name of views) exported.push(await exportView(store, unfinished, viewNamed(name)));
    const sheets = exported.map(({ view }) => sheetOf(store, view));
    await writeFile(join(unfinished, '明账.xlsx'), await rowsWorkbook(sheets));
    const descriptor = dataPackage(exported, { created, version });
    await writeFile(join(unfinished, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
    return {
      views: exported.map(({ view, rows }) => ({ name: view.name, rows })),
      cut: exported.filter(({ rows }) => rows > SHEET_ROWS).map(({ view }) => view.title),
    };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function viewNamed(name: string): View {
  const view = findView(name);
  if (!view) throw new UsageError(`没有视图 ${name}；运行 mingzhang sql --schema 查看`);
  return view;
}

async function exportView(store: Store, folder: string, view: View): Promise<ExportedView> {
  const path = `csv/${view.name}.csv`;
  let rows = 0;
  function* counted() {
    for (const row of store.rows(view.name)) {
      rows += 1;
      yield row;
    }
  }
  mkdirSync(join(folder, 'csv'), { recursive: true });
  await writeOutput(plainCsv(counted(), view.columns), join(folder, path));
  const parquet = IN_PARQUET.includes(view.name) ? await writeParquet(store, folder, view) : [];
  return { view, rows, csv: await describeFile(folder, path), parquet };
}

/** One file per year and province; year and province are columns of it too. */
async function writeParquet(store: Store, folder: string, view: View): Promise<WrittenFile[]> {
  const parts = store.sql(`SELECT DISTINCT year, province FROM "${view.name}" ORDER BY 1, 2`).rows;
  const files: WrittenFile[] = [];
  for (const part of parts) {
    const { rows } = store.sql(
      `SELECT * FROM "${view.name}" WHERE year IS :year AND province IS :province ORDER BY document_id, id`,
      part,
    );
    const path = `parquet/${view.name}/${part.year ?? '年度未定'}-${part.province ?? '地区未定'}.parquet`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), parquetFile(rows, view.columns));
    files.push(await describeFile(folder, path));
  }
  return files;
}

const sheetOf = (store: Store, view: View): RowsSheet => ({
  name: view.title,
  columns: view.columns,
  rows: store.query(view.name, {}, { limit: SHEET_ROWS }).rows,
});

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { path, bytes: statSync(file).size, hash };
}
