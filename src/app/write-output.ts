import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../model/facts/user-error.js';
import { unfinishedBeside } from '../processes/unfinished-beside.js';
import type { Pieces } from '../report/row.js';

/**
 * Writes data, piece by piece, to the file named or to stdout: the one way every file a person names is written. An ordinary
 * file appears under its name only when it is whole. What is no ordinary file (a device, a pipe, a link), and a file in a place
 * where no other can be put beside it or in its stead, is written through and never replaced. A reader that stops early
 * (`| head`) is no error.
 * @throws UserError where the name is a folder or a socket, or stands in a folder that does not exist; what the file system
 *   throws, with the name as `path`
 */
export async function writeOutput(pieces: Pieces, file?: string): Promise<void> {
  if (file === undefined) {
    return pipeline(Readable.from(pieces), process.stdout, { end: false }).catch(ignoreClosedReader);
  }
  try {
    const standing = await kindOf(file);
    if (standing === 'other') await writeThrough(Readable.from(pieces), file);
    else await writeWhole(pieces, file, standing === 'file');
  } catch (error) {
    throw asUserError(file, error as NodeJS.ErrnoException);
  }
}

/** @throws UserError where the folder a file is to stand in does not exist; asked before work that takes long */
export function requirePlace(file: string): void {
  try {
    if (!statSync(dirname(file)).isDirectory()) throw new UserError(`写不进 ${file}：${REASONS.ENOTDIR}`);
  } catch (error) {
    throw asUserError(file, error as NodeJS.ErrnoException);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: '文件夹不存在。请先建好文件夹，或换一个文件名。',
  ENOTDIR: '它的上一级不是文件夹。请换一个文件名。',
  EISDIR: '它是文件夹。请换一个文件名。',
  ENXIO: '它是套接字，不能写入。请换一个文件名。',
  ELOOP: '链接绕成了圈。请换一个文件名。',
  ENAMETOOLONG: '文件名太长。请换一个文件名。',
};

function asUserError(file: string, error: NodeJS.ErrnoException): Error {
  const reason = REASONS[error.code ?? ''];
  if (reason !== undefined) return new UserError(`写不进 ${file}：${reason}`);
  return error.path === undefined ? error : Object.assign(error, { path: file });
}

/** A link is looked at itself, not where it leads. */
async function kindOf(file: string): Promise<'nothing' | 'file' | 'other'> {
  try {
    return (await lstat(file)).isFile() ? 'file' : 'other';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'nothing';
    throw error;
  }
}

const writeThrough = (data: Readable, file: string): Promise<void> =>
  pipeline(data, createWriteStream(file)).catch(ignoreClosedReader);

async function writeWhole(pieces: Pieces, file: string, stands: boolean): Promise<void> {
  const beside = await openBeside(file).catch((error: NodeJS.ErrnoException) => {
    if (stands && CLOSED.includes(error.code ?? '')) return null;
    throw error;
  });
  if (!beside) return writeThrough(Readable.from(pieces), file);
  const { handle, unfinished } = beside;
  try {
    await pipeline(Readable.from(pieces), handle.createWriteStream());
    await rename(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (!stands || !IRREPLACEABLE.includes(error.code ?? '')) throw error;
      return writeThrough(createReadStream(unfinished), file);
    });
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function openBeside(file: string): Promise<{ handle: FileHandle; unfinished: string }> {
  const unfinished = unfinishedBeside(file);
  return { handle: await open(unfinished, 'wx'), unfinished };
}

/** A folder that takes no new file. */
const CLOSED = ['EACCES', 'EPERM', 'EROFS'];
/** A file that may be written and not replaced: it is a mount point itself, or belongs to somebody else in a shared folder. */
const IRREPLACEABLE = ['EBUSY', 'EXDEV', 'EACCES', 'EPERM'];

function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
