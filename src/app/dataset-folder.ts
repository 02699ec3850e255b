import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../model/facts/user-error.js';
import { isServerAddress, storeTitle } from '../model/server-address.js';
import type { View } from '../model/views.js';
import { isPartitionFile } from '../report/export/partition-path.js';
import { isFolder, notEmpty } from './folder-place.js';
import { writeOutput } from './write-output.js';
import { unfinishedIn } from './write-partition.js';

/** Readers of datasets pass over names that begin with a line. */
const MARK = '_mingzhang.json';
const mark = z.object({ chosen: z.string(), store: z.string().optional() });

/** What a dataset is made of. */
interface DatasetOf {
  /** Place of the store. */
  store: string;
  /** What of it, in words. */
  chosen: string;
}

/**
 * Makes a folder one of a dataset, or finds that it is one. A mark that names no store takes this one.
 * @throws UserError when it holds anything else, or a dataset of something else or of another store
 */
export async function openDataset(folder: string, { store: place, chosen }: DatasetOf): Promise<void> {
  if (!isFolder(folder, folder)) mkdirSync(folder, { recursive: true });
  const path = join(folder, MARK);
  const store = storeMark(place);
  if (existsSync(path)) {
    const found = mark.safeParse(parsedAt(path)).data;
    if (found?.chosen !== chosen) {
      throw new UserError(
        `文件夹 ${folder} 里的数据集是按别的选择导出的（${found?.chosen ?? '看不出是什么'}）；请换一个文件夹，或按同样的视图与条件导出`,
      );
    }
    if (found.store === store) return;
    if (found.store !== undefined) {
      throw new UserError(
        `文件夹 ${folder} 里的数据集是从另一个库导出的，没有动它；请换一个文件夹。如果是同一个库搬了地方，删去 ${path} 里的 "store" 一项再运行`,
      );
    }
  } else if (readdirSync(folder).some((name) => !name.endsWith('.part'))) throw notEmpty(folder);
  await writeOutput([`${JSON.stringify({ chosen, store })}\n`], path);
}

/** Tells a store from others by its place, which those who are given the dataset need not learn. */
const storeMark = (place: string): string =>
  createHash('sha256')
    .update(isServerAddress(place) ? storeTitle(place) : realpathSync(place))
    .digest('hex')
    .slice(0, 16);

function parsedAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Removes files of partitions that are not among those wanted, with what killed exports left and the folders that are blank
 * then; nothing that is not of a dataset.
 * @param wanted paths below the folder
 * @returns how many files
 */
export function removeOthers(folder: string, views: readonly View[], wanted: ReadonlySet<string>): number {
  let removed = 0;
  const sweep = (below: string): void => {
    const path = join(folder, below);
    rmSync(unfinishedIn(path), { force: true });
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const name = `${below}/${entry.name}`;
      if (entry.isDirectory()) sweep(name);
      else if (isPartitionFile(entry.name) && !wanted.has(name)) {
        rmSync(join(folder, name));
        removed += 1;
      }
    }
    if (readdirSync(path).length === 0) rmdirSync(path);
  };
  for (const { name } of views) if (existsSync(join(folder, name))) sweep(name);
  return removed;
}
