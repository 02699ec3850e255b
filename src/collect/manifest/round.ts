import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../model/facts/user-error.js';
import { isAlive, OWNER } from '../../pipeline/files/process-owner.js';
import { MANIFEST_NAME } from '../../pipeline/inputs/read-manifest.js';
import { OWN_FOLDER } from './own-folder.js';

const ROUND = join(OWN_FOLDER, 'round');
const LOCK = join(OWN_FOLDER, 'lock');

/**
 * One going round all addresses, which may take several runs: what was asked since its beginning is not asked again until it has
 * come to its end. Only one program goes round a folder at a time.
 */
export interface Round {
  /** ISO time. */
  since: string;
  /** The run before did not come to the end. */
  isResumed: boolean;
  /** @param isDone everything was asked: the next run begins a new round */
  leave(isDone: boolean): Promise<void>;
}

/** @throws UserError where another program is at work in the folder, or it is full of something else */
export async function enterRound(folder: string, now: string): Promise<Round> {
  await requireOwn(folder);
  await mkdir(join(folder, OWN_FOLDER), { recursive: true });
  await lock(folder);
  const file = join(folder, ROUND);
  const before = await textOf(file);
  const isResumed = before !== null && !Number.isNaN(Date.parse(before));
  if (!isResumed) await writeFile(file, now);
  return {
    since: isResumed ? before : now,
    isResumed,
    leave: async (isDone) => {
      if (isDone) await rm(file, { force: true });
      await rm(join(folder, LOCK), { force: true });
    },
  };
}

/** A folder that is there must be empty, or collected into before. */
async function requireOwn(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0 || names.includes(OWN_FOLDER) || names.includes(MANIFEST_NAME)) return;
  throw new UserError(`文件夹 ${folder} 不是空的，也没有往里面收集过；请换一个，或先移走其中的文件`);
}

async function lock(folder: string): Promise<void> {
  const file = join(folder, LOCK);
  const owner = await textOf(file);
  if (owner && isAlive(owner)) throw busy(folder);
  await rm(file, { force: true });
  await writeFile(file, OWNER, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? busy(folder) : error;
  });
}

const busy = (folder: string): UserError =>
  new UserError(`另一个程序正在往 ${folder} 收集；等它结束，或换一个文件夹`);

async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
