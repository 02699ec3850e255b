import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, resolve } from 'node:path';

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

/** @throws MissingPathError naming those that do not exist */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  const kinds = await Promise.all(paths.map(kindOf));
  const missing = paths.filter((_, index) => kinds[index] === 'missing');
  if (missing.length > 0) throw new MissingPathError(missing);
}

/**
 * Files named or standing below the folders named, each once, in a stable order (by code units, folder by folder), ignored
 * ones last. System folders are not entered. What the user names himself is never ignored.
 * @param except files to leave out although they stand there, such as the store itself
 * @throws MissingPathError before anything is listed when one of the paths does not exist
 */
export async function listInputs(
  paths: readonly string[],
  except: readonly string[] = [],
): Promise<InputFile[]> {
  await requirePaths(paths);
  const seen = new Set(except.map((path) => resolve(path)));
  const files: InputFile[] = [];
  for (const path of paths) {
    for await (const file of listPath(path)) {
      if (seen.has(resolve(file.path))) continue;
      seen.add(resolve(file.path));
      files.push(file);
    }
  }
  return [...files.filter(({ ignored }) => !ignored), ...files.filter(({ ignored }) => ignored)];
}

async function* listPath(path: string): AsyncGenerator<InputFile> {
  if ((await kindOf(path)) === 'folder') yield* walk(path, new Set());
  else yield { path: normalize(path), ignored: false };
}

/** A folder that may not be entered is listed itself, so that it is reported as unreadable. */
async function* walk(folder: string, entered: Set<string>): AsyncGenerator<InputFile> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  const below = new Set(entered).add(real);
  const names = await readdir(folder).catch(() => null);
  if (!names) return yield { path: folder, ignored: false };
  for (const name of names.sort()) {
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
