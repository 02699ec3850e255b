import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../model/facts/user-error.js';
import {
  describeFilter,
  EVERY_FILTER,
  FILTERS,
  type FilterName,
  hasFilter,
  type ViewFilter,
} from '../model/filters.js';
import { requireView } from '../model/named-view.js';
import type { Store } from '../model/ports/store.js';
import { EVERY_SECTION } from '../model/sections/sections.js';
import type { View } from '../model/views.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import { dataPackage, type ExportedView } from '../report/export/data-package.js';
import { type RowsSheet, rowsWorkbook } from '../report/rows-workbook.js';
import { exportView } from './export-view.js';
import { tellRules } from './tell-rules.js';

const DESCRIPTOR = 'datapackage.json';
const UNFINISHED = '.mingzhang';
/** More rows of a sheet than this nobody reads, and few programs open. */
export const SHEET_ROWS = 50_000;

export interface ExportOptions {
  /** Those there are by default that have every column the filter asks for. */
  views?: readonly string[];
  /** What to keep, as `mingzhang query` does. */
  filter?: ViewFilter;
  created: Date;
  version: string;
}

export interface ExportSummary {
  views: { title: string; rows: number }[];
  /** Titles of the views of the usual ones that were left out, since they cannot be filtered so. */
  leftOut: string[];
  /** Views of which the workbook holds the first rows only. */
  cut: string[];
}

/** What describes the disclosures themselves; single cells and counts are for who asks for them. */
export const EXPORTED_VIEWS = ['documents', ...EVERY_SECTION.map(({ view }) => view), 'findings'];

/**
 * Writes what a filter keeps of the views of a store to a new folder: csv/<view>.csv, parquet/<view>.parquet (views of figures
 * also by year and province), 明账.xlsx and datapackage.json; of the findings, unless the filter says `all`, those nobody has settled. A new
 * folder appears under its name only when it is whole; in one that stands already the files do.
 * @throws UserError when the folder exists and is not empty, or its name is that of something else; when a view that was asked
 *   for is unknown or cannot be filtered so, or none can
 */
export async function exportStore(
  store: Store,
  folder: string,
  { views: asked, filter = {}, created, version }: ExportOptions,
): Promise<ExportSummary> {
  const { views, leftOut } = chooseViews(asked, filter);
  const { unfinished, publish } = placeFor(folder);
  try {
    const exported: ExportedView[] = [];
    for (const view of views)
      exported.push(await exportView(store, unfinished, view, filterFor(view, filter)));
    const sheets = await Promise.all(views.map((view) => sheetOf(store, view, filterFor(view, filter))));
    await writeFile(join(unfinished, '明账.xlsx'), await rowsWorkbook(sheets));
    const descriptor = dataPackage(exported, { created, version, chosen: describeFilter(filter) });
    await writeFile(join(unfinished, DESCRIPTOR), `${JSON.stringify(descriptor, null, 2)}\n`);
    await publish();
    return {
      views: exported.map(({ view, rows }) => ({ title: view.title, rows })),
      leftOut: leftOut.map(({ title }) => title),
      cut: exported.filter(({ rows }) => rows > SHEET_ROWS).map(({ view }) => view.title),
    };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The filter `all` is of findings and narrows nothing: no view is left out for the lack of it. */
const narrowing = (filter: ViewFilter): FilterName[] =>
  EVERY_FILTER.flatMap(([name]) => (name === 'all' || filter[name] === undefined ? [] : [name]));

const filterFor = (view: View, filter: ViewFilter): ViewFilter =>
  hasFilter(view, 'all') ? filter : { ...filter, all: undefined };

/** @throws UserError as `exportStore` */
function chooseViews(
  asked: readonly string[] | undefined,
  filter: ViewFilter,
): { views: View[]; leftOut: View[] } {
  const lackOf = (view: View): FilterName | undefined =>
    narrowing(filter).find((name) => !hasFilter(view, name));
  const all = (asked ?? EXPORTED_VIEWS).map(requireView);
  if (asked) {
    for (const view of all) {
      const lack = lackOf(view);
      if (lack) throw new UserError(`${view.title}（${view.name}）不能按${FILTERS[lack].title}筛选`);
    }
  }
  const views = all.filter((view) => lackOf(view) === undefined);
  if (views.length === 0)
    throw new UserError('没有一个视图能按这些条件一起筛选；请少给几个条件，或用 --views 指定视图');
  return { views, leftOut: all.filter((view) => !views.includes(view)) };
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

const sheetOf = async (store: Store, view: View, filter: ViewFilter): Promise<RowsSheet> => ({
  name: view.title,
  columns: await tellRules(view.columns),
  rows: (await store.query(view.name, filter, { limit: SHEET_ROWS })).rows,
});
