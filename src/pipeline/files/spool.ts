import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideStore } from './beside-store.js';
import { isAlive, OWNER } from './process-owner.js';

const NAME = /^mingzhang-(\d+(?:\.\d+)?)-/;

export interface Spool {
  folder: string;
  remove: () => Promise<void>;
}

/** The folder beside a store for uploaded files on their way into it. */
export const uploadsFolder = (db: string): string => `${besideStore(db)}.uploads`;

/**
 * A folder for files on their way to the readers, readable by this user only; `remove` empties and removes it.
 * @param within where it is made: the folder for temporary files of the machine by default
 */
export async function openSpool(within = tmpdir()): Promise<Spool> {
  await mkdir(within, { recursive: true });
  await removeAbandoned(within);
  const folder = await mkdtemp(join(within, `mingzhang-${OWNER}-`));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Removes the spools of programs that were killed. */
export async function removeAbandoned(within: string): Promise<void> {
  for (const name of await readdir(within)) {
    const owner = NAME.exec(name)?.[1];
    if (owner !== undefined && !isAlive(owner)) await removeIfOurs(join(within, name));
  }
}

async function removeIfOurs(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
