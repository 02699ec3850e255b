import { closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemFault } from '../../model/explain-error.js';
import { StoreError } from '../../model/facts/store-error.js';
import { unfinishedBeside } from '../../processes/unfinished-beside.js';
import type { SqliteDatabase } from './sqlite-dialect.js';

/**
 * Writes a copy of the store as it is at this moment, into a folder that is made where there is none; an import may go on
 * meanwhile (the copy is one read transaction). The file appears under its name only when it is whole and on disk, and never in
 * place of what stands there, be it written meanwhile.
 * @throws StoreError `target` where the name is taken or nothing can be written there, `full` where its disk is full; what
 * SQLite says of the store itself
 */
export function backUp(db: SqliteDatabase, file: string): void {
  const unfinished = blamingTarget(file, () => {
    requireFree(file);
    mkdirSync(dirname(file), { recursive: true });
    const name = unfinishedBeside(file);
    closeSync(openSync(name, 'wx'));
    return name;
  });
  try {
    blamingTarget(file, () => {
      db.prepare('VACUUM INTO ?').run(unfinished);
      const written = openSync(unfinished, 'r+');
      try {
        fsyncSync(written);
      } finally {
        closeSync(written);
      }
      publish(unfinished, file);
    });
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function requireFree(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (/[/\\]$/.test(file) || found?.isDirectory()) throw refused(file, '它是文件夹；请写出文件名');
  if (found) throw taken(file);
}

/** A second name, unlike a new name, is refused where the name is taken. */
function publish(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(file);
    if (code === undefined || !WITHOUT_LINKS.includes(code)) throw error;
    requireFree(file);
    renameSync(unfinished, file);
  }
}

/** What disks that know no second names answer. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** A copy is read from the store and written to the target alone: what cannot be written is never the store's fault. */
function blamingTarget<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (error instanceof StoreError) throw error;
    if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StoreError('full', `备份写不进 ${file}：所在磁盘已满；请腾出空间，或换一个地方`, {
        cause: error,
      });
    }
    const fault = systemFault(error) ?? (OF_WRITING.test(code) ? '写入出错，请检查磁盘与权限' : null);
    throw fault === null ? error : refused(file, `${fault}；请换一个地方`, error);
  }
}

/** Of SQLite's codes those that reading alone cannot bring. */
const OF_WRITING = /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE))/;

const refused = (file: string, why: string, cause?: unknown): StoreError =>
  new StoreError('target', `备份写不进 ${file}：${why}`, { cause });

const taken = (file: string): StoreError =>
  new StoreError('target', `${file} 已经存在，没有覆盖；请换一个文件名`);
