import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { unfinishedBeside } from '../../processes/unfinished-beside.js';
import { besideStore } from '../files/beside-store.js';
import { openRegular } from '../files/open-regular.js';
import { hashFile } from './hash-file.js';
import { unreadableFile } from './identify-content.js';

/** The folder beside a store that keeps the bytes of its documents. */
export const sourcesFolder = (db: string): string => `${besideStore(db)}.sources`;

/** Where a content is kept: folders of 256 by the first two digits of its sha256. */
export const sourcePath = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256);

/**
 * Keeps the bytes of a file under its content; what is kept already, and a file that has gone or changed since, is left. Two programs
 * may keep the same content at once.
 */
export async function keepSource(
  folder: string,
  { file, sha256, bytes }: { file: string; sha256: string; bytes: number },
): Promise<void> {
  const kept = sourcePath(folder, sha256);
  const found = await stat(kept).catch(() => null);
  if (found?.size === bytes) return;
  await mkdir(dirname(kept), { recursive: true });
  const unfinished = unfinishedBeside(kept);
  try {
    if (!(await copy(file, unfinished))) return;
    if ((await hashFile(unfinished)).sha256 === sha256) await rename(unfinished, kept);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** False where the file has gone, or is none any more. */
async function copy(file: string, to: string): Promise<boolean> {
  const handle = await openRegular(file).catch((error: NodeJS.ErrnoException) => {
    if (unreadableFile(file, error.code)) return null;
    throw error;
  });
  if (!handle) return false;
  try {
    await pipeline(handle.createReadStream({ autoClose: false }), createWriteStream(to));
    return true;
  } finally {
    await handle.close();
  }
}
