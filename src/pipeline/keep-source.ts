import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashFile } from './hash-file.js';

/** The folder beside a store that keeps the bytes of its documents. */
export const sourcesFolder = (db: string): string => `${db}.sources`;

/** Where a content is kept: folders of 256 by the first two digits of its sha256. */
export const sourcePath = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256);

/** Keeps the bytes of a file under its content; what is kept already, and a file that has changed since, is left. */
export async function keepSource(
  folder: string,
  { file, sha256, bytes }: { file: string; sha256: string; bytes: number },
): Promise<void> {
  const kept = sourcePath(folder, sha256);
  const found = await stat(kept).catch(() => null);
  if (found?.size === bytes) return;
  await mkdir(dirname(kept), { recursive: true });
  const unfinished = `${kept}.part`;
  try {
    await copyFile(file, unfinished, constants.COPYFILE_FICLONE);
    if ((await hashFile(unfinished)).sha256 === sha256) await rename(unfinished, kept);
  } finally {
    await rm(unfinished, { force: true });
  }
}
