import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '../model/facts/store-error.js';
import { describeFilter, type ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { View } from '../model/views.js';
import { ProcessPool } from '../processes/process-pool.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import { type DatasetView, datasetPackage } from '../report/export/data-package.js';
import { partitionFile, partitionPath } from '../report/export/partition-path.js';
import { requireKnown } from './audit-scope.js';
import { openDataset, removeOthers } from './dataset-folder.js';
import { chooseViews, filterFor, type ViewChoice } from './exported-views.js';
import { writeOutput } from './write-output.js';
import {
  PARTITION_ENTRY,
  type PartitionJob,
  type PartitionTask,
  type PartitionWritten,
  writePartition,
} from './write-partition.js';

export interface DatasetOptions extends ViewChoice {
  /** Processes that write at a time; as many as there are processors by default. With 1 this process does it. */
  jobs?: number;
  created: Date;
  version: string;
}

/** Numbers of files. */
export interface DatasetSummary {
  written: number;
  unchanged: number;
  removed: number;
  /** Titles of the views of the usual ones that were left out, since they cannot be filtered so. */
  leftOut: string[];
}

/** A partition whose file may have to be written. */
interface Waiting {
  view: View;
  job: PartitionJob;
}

/**
 * Makes a folder the dataset of what a filter keeps of the views of a store: <view>/province=…/year=…/<hash>.parquet and
 * datapackage.json. In a folder that is such a dataset already only what changed is written and partitions that are gone
 * removed; what a killed run has left undone the next one does.
 * @throws UserError as `openDataset` and `chooseViews`; QueryError on a filter or region there is not, before the folder is
 *   touched; StoreError when a partition cannot be written
 */
export async function exportDataset(
  store: Store,
  folder: string,
  { created, version, jobs = availableParallelism(), ...choice }: DatasetOptions,
): Promise<DatasetSummary> {
  const { filter = {} } = choice;
  const { views, leftOut } = chooseViews(choice);
  const chosen = describeFilter(filter);
  const { files, waiting } = await lookThrough(store, folder, views, filter);
  if (files.size + waiting.length === 0) {
    const { region, rule } = filter;
    await requireKnown(store, { region, rules: rule === undefined ? undefined : [rule] });
  }
  await openDataset(folder, {
    store: store.path,
    chosen: [views.map(({ title }) => title).join('、'), chosen].filter(Boolean).join('；'),
  });
  let written = 0;
  await writeAll(store, waiting, jobs, ({ view, job }, made) => {
    if (made.kind === 'written') written += 1;
    files.set(`${partitionPath(view, job.partition)}/${made.file}`, view);
  });
  const removed = removeOthers(folder, views, new Set(files.keys()));
  const described = views.map((view) => describeView(folder, view, files));
  await writeDescriptor(folder, datasetPackage(described, { created, version, chosen }));
  return {
    written,
    unchanged: files.size - written,
    removed,
    leftOut: leftOut.map(({ title }) => title),
  };
}

/** The files that are there as they should be, by path, and the partitions of which that is not known. */
async function lookThrough(
  store: Store,
  folder: string,
  views: readonly View[],
  filter: ViewFilter,
): Promise<{ files: Map<string, View>; waiting: Waiting[] }> {
  const files = new Map<string, View>();
  const waiting: Waiting[] = [];
  for (const view of views) {
    const own = filterFor(view, filter);
    for (const { partition, content } of await store.partitions(view.name, own)) {
      const path = content && `${partitionPath(view, partition)}/${partitionFile(view, content)}`;
      if (path && existsSync(join(folder, path))) files.set(path, view);
      else waiting.push({ view, job: { folder, view: view.name, filter: own, partition, content } });
    }
  }
  return { files, waiting };
}

/** @throws StoreError with what one of them failed of; the others are not waited for then */
async function writeAll(
  store: Store,
  waiting: readonly Waiting[],
  jobs: number,
  made: (waiting: Waiting, written: PartitionWritten) => void,
): Promise<void> {
  if (Math.min(jobs, waiting.length) <= 1) {
    for (const each of waiting) made(each, await writePartition(store, each.job));
    return;
  }
  const pool = new ProcessPool<PartitionTask>({ entry: PARTITION_ENTRY, title: '导出进程', jobs });
  try {
    await Promise.all(
      waiting.map(async (each) => {
        const result = await pool.run({ ...each.job, store: store.path });
        if (result.kind === 'stopped') return;
        if (result.kind !== 'done')
          throw new StoreError('failed', 'reason' in result ? result.reason : result.message);
        if (result.answer.kind === 'failed') throw new StoreError('failed', result.answer.message);
        made(each, result.answer);
      }),
    );
  } finally {
    await pool.close();
  }
}

/** Where nothing but the time would be another, it stays. */
async function writeDescriptor(folder: string, descriptor: Record<string, unknown>): Promise<void> {
  const path = join(folder, 'datapackage.json');
  const text = `${JSON.stringify(descriptor, null, 2)}\n`;
  // What a killed export left beside it goes, also where nothing is written.
  unfinishedBeside(path);
  if (existsSync(path) && withoutTime(readFileSync(path, 'utf8')) === withoutTime(text)) return;
  await writeOutput([text], path);
}

const withoutTime = (descriptor: string): string => descriptor.replace(/^ {2}"created": .*$/m, '');

function describeView(folder: string, view: View, files: ReadonlyMap<string, View>): DatasetView {
  const paths = [...files].flatMap(([path, of]) => (of === view ? [path] : [])).sort();
  return { view, paths, bytes: paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) };
}
