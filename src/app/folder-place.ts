import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../model/facts/user-error.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';

const UNFINISHED = '.mingzhang';

/**
 * Where a folder of results is written, and how it takes its place when it is whole. A folder that stands is filled and not
 * replaced: it may be a disk, or the folder the program runs in.
 * @param last the file that is put there last: whoever waits for it finds everything it speaks of
 * @throws UserError when the folder exists and is not empty, or its name is that of something else
 */
export function folderPlace(
  folder: string,
  last?: string,
): { unfinished: string; publish: () => Promise<void> } {
  const path = resolve(folder);
  if (!isFolder(path, folder)) {
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = unfinishedBeside(path);
    return { unfinished, publish: () => rename(unfinished, path).catch(refuseTaken(folder)) };
  }
  const unfinished = unfinishedBeside(join(path, UNFINISHED));
  if (readdirSync(path).length > 0) throw notEmpty(folder);
  const publish = async (): Promise<void> => {
    if (readdirSync(path).length > 1) throw notEmpty(folder);
    for (const name of readdirSync(unfinished).sort((a, b) => Number(a === last) - Number(b === last)))
      await rename(join(unfinished, name), join(path, name));
  };
  return { unfinished, publish };
}

/** Whether a folder stands there. @throws UserError where something else does */
export function isFolder(path: string, folder: string): boolean {
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

export const notEmpty = (folder: string): UserError =>
  new UserError(`文件夹 ${folder} 不是空的；请换一个，或先移走其中的文件`);
