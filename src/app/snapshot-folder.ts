import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../model/facts/user-error.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import { isFolder, notEmpty } from './folder-place.js';

/** Says that a folder is a snapshot, of what, and how much is in it. */
const DESCRIPTOR = 'mingzhang-snapshot.json';
const CHECKSUMS = 'SHA256SUMS';
export const SNAPSHOT_STORE = 'mingzhang.db';

export interface SnapshotPlace {
  /** Where the files are written. */
  unfinished: string;
  /** Puts the folder in its place, of the former snapshot too, with its descriptor and checksums. */
  publish: (descriptor: Record<string, unknown>) => Promise<{ files: number; bytes: number }>;
}

/**
 * Where a snapshot is written until it is whole: beside its name.
 * @throws UserError where something stands there that is not empty and no former snapshot, or is the working folder
 */
export function snapshotPlace(folder: string): SnapshotPlace {
  const path = resolve(folder);
  requireOwn(path, folder);
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = unfinishedBeside(path);
  mkdirSync(unfinished);
  const publish: SnapshotPlace['publish'] = async (descriptor) => {
    await writeFile(join(unfinished, DESCRIPTOR), `${JSON.stringify(descriptor, null, 2)}\n`);
    const size = await writeChecksums(unfinished);
    requireOwn(path, folder);
    const former = `${unfinished}.former`;
    if (existsSync(path)) await rename(path, former);
    await rename(unfinished, path);
    rmSync(former, { recursive: true, force: true });
    return size;
  };
  return { unfinished, publish };
}

/** @throws UserError unless nothing, an empty folder or a former snapshot stands there */
function requireOwn(path: string, folder: string): void {
  if (!isFolder(path, folder)) return;
  if (process.cwd() === path || process.cwd().startsWith(`${path}${sep}`)) {
    throw new UserError(`${folder} 是正在其中工作的文件夹，不能整个换掉；请换一个，或到它外面运行`);
  }
  if (readdirSync(path).length > 0 && !isSnapshot(path)) throw notEmpty(folder);
}

/** A folder whose descriptor says so, and in which nothing stands that a snapshot would not have. */
function isSnapshot(path: string): boolean {
  if (!existsSync(join(path, DESCRIPTOR)) || !existsSync(join(path, CHECKSUMS))) return false;
  const listed = new Set(
    readFileSync(join(path, CHECKSUMS), 'utf8')
      .split('\n')
      .map((line) => line.slice(66)),
  );
  return filesBelow(path).every((file) => file === CHECKSUMS || listed.has(file) || isTrace(file));
}

/** What a system, or a program that has the store open, leaves beside. */
const isTrace = (file: string): boolean =>
  ['.DS_Store', 'Thumbs.db', 'desktop.ini', `${SNAPSHOT_STORE}-wal`, `${SNAPSHOT_STORE}-shm`].includes(
    basename(file),
  );

/** Files of a folder with all below, with `/`, sorted. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();

/** One line for each file, as `sha256sum -c` reads them. */
async function writeChecksums(folder: string): Promise<{ files: number; bytes: number }> {
  const files = filesBelow(folder);
  let bytes = 0;
  const lines: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, file)), hash);
    lines.push(`${hash.digest('hex')}  ${file}\n`);
    bytes += statSync(join(folder, file)).size;
  }
  await writeFile(join(folder, CHECKSUMS), lines.join(''));
  return { files: files.length + 1, bytes };
}
