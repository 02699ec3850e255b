import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../model/facts/user-error.js';
import type { ViewFilter } from '../model/filters.js';
import { requireView } from '../model/named-view.js';
import type { Store } from '../model/ports/store.js';
import { findSection } from '../model/sections/sections.js';
import type { View } from '../model/views.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import { dataPackage, type ExportedView, type WrittenFile } from '../report/export/data-package.js';
import { parquetFile } from '../report/export/parquet-file.js';
import { plainCsv } from '../report/export/plain-csv.js';
import { type RowsSheet, rowsWorkbook } from '../report/rows-workbook.js';
import { writeOutput } from './write-output.js';

const DESCRIPTOR = 'datapackage.json';
const UNFINISHED = '.mingzhang';
/** More rows of a sheet than this nobody reads, and few programs open. */
export const SHEET_ROWS = 50_000;

export interface ExportOptions {
  views: readonly string[];
  /** With the findings that reviewers settled. */
  all?: boolean;
  created: Date;
  version: string;
}

export interface ExportSummary {
  views: { name: string; rows: number }[];
  /** Views of which the workbook holds the first rows only. */
  cut: string[];
}

/**
 * Writes views of a store, of the findings without `all` those nobody has settled, to a new folder: csv/<view>.csv, parquet/<view>/<year>-<province>.parquet, 明账.xlsx and
 * datapackage.json. A new folder appears under its name only when it is whole; in one that stands already the files do.
 * @throws UserError when the folder exists and is not empty, or its name is that of something else
 */
export async function exportStore(
  store: Store,
  folder: string,
  { views, all = false, created, version }: ExportOptions,
): Promise<ExportSummary> {
  const { unfinished, publish } = placeFor(folder);
  try {
    const exported: ExportedView[] = [];
    for (const name of views) exported.push(await exportView(store, unfinished, requireView(name), all));
    const sheets = await Promise.all(exported.map(({ view }) => sheetOf(store, view, all)));
    await writeFile(join(unfinished, '明账.xlsx'), await rowsWorkbook(sheets));
    const descriptor = dataPackage(exported, { created, version });
    await writeFile(join(unfinished, DESCRIPTOR), `${JSON.stringify(descriptor, null, 2)}\n`);
    await publish();
    return {
      views: exported.map(({ view, rows }) => ({ name: view.name, rows })),
      cut: exported.filter(({ rows }) => rows > SHEET_ROWS).map(({ view }) => view.title),
    };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Where the export is written, and how it takes its place. A folder that stands is filled and not replaced: it may be a disk,
 * or the folder the program runs in.
 */
function placeFor(folder: string): { unfinished: string; publish: () => Promise<void> } {
  const path = resolve(folder);
  if (!stands(path, folder)) {
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = unfinishedBeside(path);
    return { unfinished, publish: () => rename(unfinished, path).catch(refuseTaken(folder)) };
  }
  const unfinished = unfinishedBeside(join(path, UNFINISHED));
  if (readdirSync(path).length > 0) throw notEmpty(folder);
  const publish = async (): Promise<void> => {
    if (readdirSync(path).length > 1) throw notEmpty(folder);
    for (const name of readdirSync(unfinished).sort(descriptorLast))
      await rename(join(unfinished, name), join(path, name));
  };
  return { unfinished, publish };
}

/** Whether a folder stands there. @throws UserError where something else does */
function stands(path: string, folder: string): boolean {
  try {
    if (lstatSync(path).isDirectory()) return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'ENOTDIR') throw new UserError(`写不进 ${folder}：它的上一级不是文件夹。请换一个名称。`);
    throw error;
  }
  throw new UserError(`${folder} 不是文件夹（或是指向别处的链接），没有动它；请换一个名称`);
}

const refuseTaken =
  (folder: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(error.code ?? '') ? notEmpty(folder) : error;
  };

const notEmpty = (folder: string): UserError =>
  new UserError(`文件夹 ${folder} 不是空的；请换一个，或先移走其中的文件`);

/** Whoever waits for the descriptor finds everything it speaks of. */
const descriptorLast = (a: string, b: string): number => Number(a === DESCRIPTOR) - Number(b === DESCRIPTOR);

async function exportView(store: Store, folder: string, view: View, all: boolean): Promise<ExportedView> {
  const path = `csv/${view.name}.csv`;
  let rows = 0;
  async function* counted() {
    for await (const row of store.rows(view.name, filterOf(view, all))) {
      rows += 1;
      yield row;
    }
  }
  mkdirSync(join(folder, 'csv'), { recursive: true });
  await writeOutput(plainCsv(counted(), view.columns), join(folder, path));
  const parquet = findSection(view.name)?.parquet ? await writeParquet(store, folder, view) : [];
  return { view, rows, csv: await describeFile(folder, path), parquet };
}

/** One file per year and province; year and province are columns of it too. */
async function writeParquet(store: Store, folder: string, view: View): Promise<WrittenFile[]> {
  const parts = await store.distinct(view.name, ['year', 'province']);
  const files: WrittenFile[] = [];
  for (const part of parts) {
    const rows = await store.matching(view.name, {
      year: part.year ?? null,
      province: part.province ?? null,
    });
    const path = `parquet/${view.name}/${part.year ?? '年度未定'}-${part.province ?? '地区未定'}.parquet`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), parquetFile(rows, view.columns));
    files.push(await describeFile(folder, path));
  }
  return files;
}

const filterOf = ({ name }: View, all: boolean): ViewFilter => (all && name === 'findings' ? { all } : {});

const sheetOf = async (store: Store, view: View, all: boolean): Promise<RowsSheet> => ({
  name: view.title,
  columns: view.columns,
  rows: (await store.query(view.name, filterOf(view, all), { limit: SHEET_ROWS })).rows,
});

async function describeFile(folder: string, path: string): Promise<WrittenFile> {
  const file = join(folder, path);
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { path, bytes: statSync(file).size, hash };
}
