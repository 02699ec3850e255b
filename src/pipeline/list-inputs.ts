import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize } from 'node:path';

export interface InputFile {
  /** Path as given, or the folder as given joined with the path below it. */
  path: string;
  /** A system or temporary file by its name: counted, never read. */
  ignored: boolean;
}

/** A path given by the user that does not exist. */
export class MissingPathError extends Error {
  override name = 'MissingPathError';

  constructor(readonly paths: string[]) {
    super(`找不到：${paths.join('、')}`);
  }
}

const SYSTEM_FOLDER = /^(\.|__MACOSX$|\$RECYCLE\.BIN$|System Volume Information$)/i;
const SYSTEM_FILE = /^(\.|~\$|~.*\.tmp$|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/i;

/**
 * Files named or standing below the folders named, each once, in a stable order (by code points, folder by folder).
 * System folders are not entered. What the user names himself is never ignored.
 * @throws MissingPathError before anything is listed when one of the paths does not exist.
 */
export async function listInputs(paths: readonly string[]): Promise<InputFile[]> {
  const found = await Promise.all(paths.map(async (path) => ({ path, kind: await kindOf(path) })));
  const missing = found.filter(({ kind }) => kind === 'missing').map(({ path }) => path);
  if (missing.length > 0) throw new MissingPathError(missing);

  const files = new Map<string, InputFile>();
  for (const { path, kind } of found) {
    const listed = kind === 'folder' ? walk(path, new Set()) : [{ path: normalize(path), ignored: false }];
    for await (const file of listed) if (!files.has(file.path)) files.set(file.path, file);
  }
  return [...files.values()];
}

async function* walk(folder: string, entered: Set<string>): AsyncGenerator<InputFile> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  const below = new Set(entered).add(real);
  const names = (await readdir(folder)).sort();
  for (const name of names) {
    const path = join(folder, name);
    const kind = await kindOf(path);
    if (kind === 'file') yield { path, ignored: SYSTEM_FILE.test(basename(path)) };
    if (kind === 'folder' && !SYSTEM_FOLDER.test(name)) yield* walk(path, below);
  }
}

/** `other`: sockets, pipes and devices, which have no content to read. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'other'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return 'missing';
    throw error;
  }
}
