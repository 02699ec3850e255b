import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../model/facts/user-error.js';
import type { View } from '../model/views.js';
import { isPartitionFile } from '../report/export/partition-path.js';
import { isFolder, notEmpty } from './folder-place.js';
import { writeOutput } from './write-output.js';
import { unfinishedIn } from './write-partition.js';

/** Readers of datasets pass over names that begin with a line. */
const MARK = '_mingzhang.json';
const mark = z.object({ chosen: z.string() });

/**
 * Makes a folder one of a dataset, or finds that it is one.
 * @param chosen what the dataset is of, in words
 * @throws UserError when it holds anything else, or a dataset of something else
 */
export async function openDataset(folder: string, chosen: string): Promise<void> {
  if (!isFolder(folder, folder)) mkdirSync(folder, { recursive: true });
  const path = join(folder, MARK);
  if (existsSync(path)) {
    const found = mark.safeParse(parsedAt(path)).data?.chosen;
    if (found === chosen) return;
    throw new UserError(
      `文件夹 ${folder} 里的数据集是按别的选择导出的（${found ?? '看不出是什么'}）；请换一个文件夹，或按同样的视图与条件导出`,
    );
  }
  if (readdirSync(folder).some((name) => !name.endsWith('.part'))) throw notEmpty(folder);
  await writeOutput([`${JSON.stringify({ chosen })}\n`], path);
}

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
