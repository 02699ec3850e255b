import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { StoreError } from './store-error.js';
import { unfinishedBeside } from './unfinished-beside.js';

/**
 * Writes a copy of the store as it is at this moment; an import may go on meanwhile (the copy is one read transaction). The
 * file appears under its name only when it is whole and on disk, and never in place of what stands there, be it written
 * meanwhile.
 * @throws StoreError `failed` where the name is taken
 */
export function backUp(db: Database, file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })) throw taken(file);
  const unfinished = unfinishedBeside(file);
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    const written = openSync(unfinished, 'r+');
    try {
      fsyncSync(written);
    } finally {
      closeSync(written);
    }
    publish(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** A second name, unlike a new name, is refused where the name is taken. */
function publish(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(file);
    if (code === undefined || !WITHOUT_LINKS.includes(code)) throw error;
    if (lstatSync(file, { throwIfNoEntry: false })) throw taken(file);
    renameSync(unfinished, file);
  }
}

/** What disks that know no second names answer. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

const taken = (file: string): StoreError =>
  new StoreError('failed', `${file} 已经存在，没有覆盖；请换一个文件名`);
