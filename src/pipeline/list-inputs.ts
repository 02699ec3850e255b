import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, resolve } from 'node:path';
import picomatch from 'picomatch';
import { isSystemFile, isSystemFolder } from './system-names.js';

export interface InputFile {
  /** Path as given, or the folder as given joined with the path below it. */
  path: string;
  /** Where the bytes are, when not at the path. */
  file?: string;
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

/** @throws MissingPathError naming those that do not exist; a pattern must match at least one file */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  const found = await Promise.all(paths.map(exists));
  const missing = paths.filter((_, index) => !found[index]);
  if (missing.length > 0) throw new MissingPathError(missing);
}

async function exists(path: string): Promise<boolean> {
  if ((await kindOf(path)) !== 'missing') return true;
  for await (const _ of listPattern(path)) return true;
  return false;
}

export interface ListOptions {
  /** Files and folders to leave out although they stand there, such as the store itself. */
  except?: readonly string[];
  /** Further paths, from a list: one that does not exist is listed and found unreadable, not refused. */
  listed?: readonly string[];
}

/**
 * Files named, standing below the folders named, or matching the patterns named (`2024/*.docx`), each once, in a stable
 * order (by code units, folder by folder), ignored ones last. System folders are not entered. What the user names himself is
 * never ignored.
 * @throws MissingPathError before anything is listed when one of the paths does not exist
 */
export async function listInputs(
  paths: readonly string[],
  { except = [], listed = [] }: ListOptions = {},
): Promise<InputFile[]> {
  await requirePaths(paths);
  const seen = new Set(except.map((path) => resolve(path)));
  const files: InputFile[] = [];
  for (const path of [...paths, ...listed]) {
    for await (const file of listPath(path, seen)) {
      if (seen.has(resolve(file.path))) continue;
      seen.add(resolve(file.path));
      files.push(file);
    }
  }
  return [...files.filter(({ ignored }) => !ignored), ...files.filter(({ ignored }) => ignored)];
}

async function* listPath(path: string, except: ReadonlySet<string>): AsyncGenerator<InputFile> {
  const kind = await kindOf(path);
  if (kind === 'folder') yield* walk(path, except);
  else if (kind === 'missing' && isPattern(path)) yield* listPattern(path, except);
  else yield { path: normalize(path), ignored: false };
}

const isPattern = (path: string): boolean => picomatch.scan(path).isGlob;

/** Files below the fixed part of a pattern that match it. */
async function* listPattern(
  pattern: string,
  except: ReadonlySet<string> = new Set(),
): AsyncGenerator<InputFile> {
  const { base, isGlob } = picomatch.scan(pattern);
  const folder = base === '' ? '.' : base;
  if (!isGlob || (await kindOf(folder)) !== 'folder') return;
  const matches = picomatch(normalize(pattern));
  for await (const file of walk(folder, except)) if (matches(file.path)) yield file;
}

/** A folder that may not be entered is listed itself, so that it is reported as unreadable. */
async function* walk(
  folder: string,
  except: ReadonlySet<string>,
  entered: ReadonlySet<string> = new Set(),
): AsyncGenerator<InputFile> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  const below = new Set(entered).add(real);
  const names = await readdir(folder).catch(() => null);
  if (!names) return yield { path: folder, ignored: false };
  for (const name of names.sort()) {
    const path = join(folder, name);
    const kind = await kindOf(path);
    if (kind === 'file') yield { path, ignored: isSystemFile(basename(path)) };
    if (kind === 'folder' && !isSystemFolder(name) && !except.has(resolve(path))) {
      yield* walk(path, except, below);
    }
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
