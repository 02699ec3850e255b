import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StoreError } from '../../model/facts/store-error.js';

/** `MZLG`; written into the file header by the first migration. */
const APPLICATION_ID = 0x4d5a4c47;
const MAGIC = 'SQLite format 3\0';
/** Offset of application_id in the file header, 4 bytes big-endian (https://www.sqlite.org/fileformat.html#the_database_header). */
const APPLICATION_ID_OFFSET = 68;

/**
 * What stands at the path, told from the raw header, so that a foreign file is neither locked nor altered.
 * A file of 0 bytes counts as `new`: it holds nothing, and a creation that was interrupted leaves one.
 * @throws StoreError when something else stands there
 */
export function inspectStoreFile(path: string): 'new' | 'store' {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 'new';
  if (!stats.isFile()) {
    throw new StoreError('not-a-store', `${path} 不是文件，不能用作明账库；请用 --db 指定一个文件名`);
  }
  if (stats.size === 0) return 'new';
  const header = readStoreHeader(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreError('not-a-store', `${path} 不是 SQLite 文件，未作任何改动；请用 --db 指定另一个文件名`);
  }
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
    throw new StoreError(
      'not-a-store',
      `${path} 是 SQLite 文件，但不是明账库，未作任何改动；请用 --db 指定另一个文件名`,
    );
  }
  return 'store';
}

/** The first hundred bytes; zeros where the file is shorter. */
export function readStoreHeader(path: string): Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header;
}
