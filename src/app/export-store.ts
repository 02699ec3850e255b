import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFilter, type ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { View } from '../model/views.js';
import type { ColumnGroup } from '../report/export/column-group.js';
import { dataPackage, type ExportedView } from '../report/export/data-package.js';
import { rowsOfGroup } from '../report/export/rows-of-group.js';
import type { Row } from '../report/row.js';
import { ROWS_MEASURED, type RowsSheet, rowsWorkbook } from '../report/rows-workbook.js';
import { exportView } from './export-view.js';
import { chooseViews, filterFor, type ViewChoice } from './exported-views.js';
import { folderPlace } from './folder-place.js';
import { tellRules } from './tell-rules.js';
import { writeOutput } from './write-output.js';

const DESCRIPTOR = 'datapackage.json';
/** More rows of a sheet than this nobody reads, and few programs open. */
export const SHEET_ROWS = 50_000;

export interface ExportOptions extends ViewChoice {
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

/**
 * Writes what a filter keeps of the views of a store to a new folder, in one pass: csv/<view>.csv, parquet/<view>.parquet,
 * 明账.xlsx and datapackage.json; of the findings, unless the filter says `all`, those nobody has settled. A new
 * folder appears under its name only when it is whole; in one that stands already the files do.
 * @throws UserError when the folder exists and is not empty, or its name is that of something else; when a view that was asked
 *   for is unknown or cannot be filtered so, or none can
 */
export async function exportStore(
  store: Store,
  folder: string,
  { created, version, ...choice }: ExportOptions,
): Promise<ExportSummary> {
  const { filter = {} } = choice;
  const { views, leftOut } = chooseViews(choice);
  const { unfinished, publish } = folderPlace(folder, DESCRIPTOR);
  try {
    mkdirSync(unfinished);
    const exported: ExportedView[] = [];
    const passed = async function* (view: View, own: ViewFilter): AsyncGenerator<ColumnGroup> {
      exported.push(yield* exportView(store, unfinished, view, own));
    };
    const sheets = views.map((view) => {
      const own = filterFor(view, filter);
      return sheetOf(store, view, own, passed(view, own));
    });
    await writeOutput(rowsWorkbook(await Promise.all(sheets)), join(unfinished, '明账.xlsx'));
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

/** @param passed all its rows, which are written elsewhere while the sheet takes the first of them */
const sheetOf = async (
  store: Store,
  view: View,
  filter: ViewFilter,
  passed: AsyncIterable<ColumnGroup>,
): Promise<RowsSheet> => ({
  name: view.title,
  columns: await tellRules(view.columns),
  blocks: firstRows(passed),
  measured: (await store.query(view.name, filter, { limit: ROWS_MEASURED })).rows,
});

/** The rows a sheet shows; the others are taken too. */
async function* firstRows(passed: AsyncIterable<ColumnGroup>): AsyncGenerator<Row[]> {
  let left = SHEET_ROWS;
  for await (const group of passed) {
    yield* rowsOfGroup(group, left);
    left -= Math.min(left, group.count);
  }
}
