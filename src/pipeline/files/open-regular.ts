import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { UserError } from '../../model/facts/user-error.js';
import { MissingPathError } from './missing-path-error.js';

/** What may stand where an ordinary file is wanted: a code, as the file system has them, and what it means. */
export const NOT_A_FILE = {
  EISDIR: '是文件夹，不是文件',
  EISFIFO: '是管道（FIFO），不是文件',
  EISSOCK: '是套接字，不是文件',
  EISDEV: '是设备，不是文件',
  EISLNK: '在导入过程中由文件换成了链接',
} as const;

/** No ordinary file stands at the path; it was not opened. */
class NotAFileError extends UserError {
  override name = 'NotAFileError';

  constructor(
    readonly path: string,
    readonly code: keyof typeof NOT_A_FILE,
  ) {
    super(`${path} ${NOT_A_FILE[code]}`);
  }
}

/** The code of what is no ordinary file; null for one that is. */
export function codeOfKind(
  found: Pick<Stats, 'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket'>,
): Exclude<keyof typeof NOT_A_FILE, 'EISLNK'> | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return 'EISDIR';
  if (found.isFIFO()) return 'EISFIFO';
  return found.isSocket() ? 'EISSOCK' : 'EISDEV';
}

/**
 * Opens an ordinary file for reading: the one way input is opened. What is none is looked at and not opened, since opening
 * alone may wait for ever (a pipe) or set something off (a device); what takes its place at that moment does not block either.
 * @param plain the file was no link when it was found, and must be none now
 * @throws NotAFileError; what the file system throws
 */
export async function openRegular(path: string, { plain = false } = {}): Promise<FileHandle> {
  const before = await (plain ? lstat(path) : stat(path));
  if (before.isSymbolicLink()) throw new NotAFileError(path, 'EISLNK');
  refuse(path, before);
  const handle = await open(path, plain ? FLAGS | NO_LINK : FLAGS).catch((error: NodeJS.ErrnoException) => {
    throw plain && error.code === 'ELOOP' ? new NotAFileError(path, 'EISLNK') : error;
  });
  try {
    refuse(path, await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Looks at a path that a person gave as the one file to read.
 * @throws MissingPathError, NotAFileError
 */
export async function requireRegular(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(error.code ?? '')) return null;
    throw error;
  });
  if (!found) throw new MissingPathError([path]);
  refuse(path, found);
}

function refuse(path: string, found: Stats): void {
  const code = codeOfKind(found);
  if (code) throw new NotAFileError(path, code);
}

/** Where a system knows none of these (Windows), it has no such files either. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;
const FLAGS = (O_RDONLY ?? 0) | O_NONBLOCK | O_NOCTTY;
const NO_LINK = O_NOFOLLOW;
