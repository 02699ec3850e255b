import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { newFolder, removeFolder } from './scratch-folder.js';

/** A store without a row, as the bytes of its file. */
let empty: Promise<Buffer> | undefined;

/** Lays an empty store at a path; making one takes all the migrations. */
export async function layEmptyStore(path: string): Promise<void> {
  empty ??= bytesOfEmptyStore();
  writeFileSync(path, await empty);
}

async function bytesOfEmptyStore(): Promise<Buffer> {
  const folder = newFolder();
  try {
    const file = join(folder, 'empty.db');
    await openSqliteStore(file).close();
    return readFileSync(file);
  } finally {
    removeFolder(folder);
  }
}
