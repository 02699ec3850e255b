import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileWriter } from 'hyparquet-writer';
import type { ViewFilter } from '../model/filters.js';
import { requireView } from '../model/named-view.js';
import { type Partition, partitionColumns } from '../model/partition.js';
import type { Store } from '../model/ports/store.js';
import type { SqlValue } from '../model/sql-value.js';
import type { Task } from '../processes/task.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import { intoGroups } from '../report/export/into-groups.js';
import { parquetFile } from '../report/export/parquet-file.js';
import { isPartitionFile, partitionFile, partitionPath } from '../report/export/partition-path.js';

/** A partition of a view, and the folder of the dataset it is to be written below. */
export interface PartitionJob {
  folder: string;
  view: string;
  filter: ViewFilter;
  partition: Partition;
  /** What tells its rows apart from others; null where only they themselves do. */
  content: string | null;
}

/** The file stands in the folder of the partition. */
export interface PartitionWritten {
  kind: 'written' | 'unchanged';
  file: string;
}

export interface PartitionTask extends Task {
  job: PartitionJob & { store: string };
  answer: PartitionWritten | { kind: 'failed'; message: string };
  progress: never;
  item: never;
}

/** Module of the processes that write partitions. */
export const PARTITION_ENTRY = fileURLToPath(new URL('./partition-entry.js', import.meta.url));

/**
 * Writes the file of a partition, unless one made from the same rows is there. Its name says which rows it holds; it takes the place of
 * the former one when it is whole and on the disk.
 */
export async function writePartition(store: Store, job: PartitionJob): Promise<PartitionWritten> {
  const view = requireView(job.view);
  const folder = join(job.folder, partitionPath(view, job.partition));
  const { content } = job;
  const known = partitionFile(view, content ?? (await hashOfRows(store, job)));
  if (existsSync(join(folder, known))) return { kind: 'unchanged', file: known };

  mkdirSync(folder, { recursive: true });
  const unfinished = unfinishedIn(folder);
  try {
    const hash = content === null ? createHash('sha256') : null;
    const without = partitionColumns(view);
    const rows = parquetFile(fileWriter(unfinished), view.columns, without);
    for await (const group of intoGroups(passed(blocksOf(store, job), hash), view.columns, without))
      rows.add(group);
    await rows.finish();
    const file = partitionFile(view, hash?.digest('hex') ?? (await heldContent(store, job)));
    publish(unfinished, folder, file);
    return { kind: 'written', file };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What a file is called in its folder until it is whole: readers of datasets pass over names that begin with a dot. */
export const unfinishedIn = (folder: string): string => unfinishedBeside(join(folder, '.rows'));

/** Rows that changed while they were read are told by what nothing else is: the next export writes them again. */
async function heldContent(
  store: Store,
  { view, filter, partition, content }: PartitionJob,
): Promise<string> {
  const [now] = await store.partitions(view, filter, partition);
  return now?.content === content ? String(content) : `${content} ${now?.content}`;
}

const blocksOf = (store: Store, { view, filter, partition }: PartitionJob) =>
  store.blocks(view, filter, partition);

/** Hands blocks on, and has the hash know of them, if there is one. */
async function* passed(blocks: AsyncIterable<SqlValue[][]>, hash: Hash | null): AsyncGenerator<SqlValue[][]> {
  for await (const block of blocks) {
    if (hash) addRows(hash, block);
    yield block;
  }
}

async function hashOfRows(store: Store, job: PartitionJob): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of blocksOf(store, job)) addRows(hash, block);
  return hash.digest('hex');
}

function addRows(hash: Hash, block: readonly SqlValue[][]): void {
  for (const row of block) hash.update(JSON.stringify(row));
}

/** Between the former file and the new one there is a moment without either: both would be read as twice the rows. */
function publish(unfinished: string, folder: string, file: string): void {
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  for (const name of readdirSync(folder)) if (isPartitionFile(name)) rmSync(join(folder, name));
  renameSync(unfinished, join(folder, file));
}
