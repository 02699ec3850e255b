import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Skipped } from '../../model/import-record.js';
import { MissingPathError } from '../files/missing-path-error.js';
import { codeOfKind, NOT_A_FILE } from '../files/open-regular.js';
import { isSystemFile, isSystemFolder } from '../files/system-names.js';
import { slashed } from './slashed.js';

export interface InputFile {
  /** Path as given, or the folder as given joined with the path below it. */
  path: string;
  /** Where the bytes are, when not at the path. */
  file?: string;
  /** A system or temporary file by its name: counted, never read. */
  ignored: boolean;
  /** It was no link when it was listed, and must be none when it is opened. */
  plain?: boolean;
  /** Why it cannot be read, where the listing shows it already. */
  unreadable?: string;
}

/** What is to be read, and what holds nothing to read. */
export interface InputList {
  files: InputFile[];
  skipped: Skipped[];
}

/** @throws MissingPathError naming those that do not exist; a pattern must match at least one file */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  const found = await Promise.all(paths.map(exists));
  const missing = paths.filter((_, index) => !found[index]);
  if (missing.length > 0) throw new MissingPathError(missing);
}

async function exists(path: string): Promise<boolean> {
  if ((await look(path)) !== 'missing') return true;
  for await (const _ of listPattern(path, {})) return true;
  return false;
}

export interface ListingOptions {
  /** Files and folders to leave out although they stand there, such as the store itself. */
  except?: readonly string[];
  /** Further paths, from a list: one that does not exist is listed and found unreadable, not refused. */
  listed?: readonly string[];
  /** Ends the listing early; the folder it was at is then listed as if it were a file, so that something is left to do. */
  signal?: AbortSignal;
}

/**
 * Files named, standing below the folders named, or matching the patterns named (`2024/*.docx`), each once, in a stable
 * order (by code units, folder by folder), ignored ones last. System folders are not entered. What the user names himself is
 * never ignored. What is no file (a pipe, a device, an empty folder, a link to a folder that was listed) is skipped and named.
 * @throws MissingPathError before anything is listed when one of the paths does not exist
 */
export async function listInputs(
  paths: readonly string[],
  { except = [], listed = [], signal }: ListingOptions = {},
): Promise<InputList> {
  await requirePaths(paths);
  const seen = new Set(except.map((path) => resolve(path)));
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  for (const path of [...paths, ...listed]) {
    for await (const found of listPath(path, { except: seen, signal })) {
      if (seen.has(resolve(found.path))) continue;
      seen.add(resolve(found.path));
      if ('reason' in found) skipped.push(found);
      else files.push(found);
    }
  }
  return {
    files: [...files.filter(({ ignored }) => !ignored), ...files.filter(({ ignored }) => ignored)],
    skipped,
  };
}

type Found = InputFile | Skipped;

interface Walk {
  except?: ReadonlySet<string>;
  signal?: AbortSignal;
}

async function* listPath(path: string, walk: Walk): AsyncGenerator<Found> {
  const found = await look(path);
  if (found === 'missing' && isPattern(path)) return yield* listPattern(path, walk);
  if (typeof found === 'string') return yield { path: slashed(normalize(path)), ignored: false };
  if (found.isDirectory()) return yield* walkFolder(path, walk);
  const code = codeOfKind(found);
  yield { path: slashed(normalize(path)), ignored: false, ...(code && { unreadable: NOT_A_FILE[code] }) };
}

const isPattern = (path: string): boolean => picomatch.scan(slashed(path)).isGlob;

/** Files below the fixed part of a pattern that match it; folders there that cannot be opened may hold such files. */
async function* listPattern(written: string, walk: Walk): AsyncGenerator<Found> {
  const pattern = slashed(written);
  const { base, isGlob } = picomatch.scan(pattern);
  const folder = base === '' ? '.' : base;
  const found = isGlob && (await look(folder));
  if (!found || typeof found === 'string' || !found.isDirectory()) return;
  const matches = picomatch(slashed(normalize(pattern)));
  for await (const each of walkFolder(folder, walk)) {
    const isFolder = 'unreadable' in each && each.unreadable === CLOSED_FOLDER;
    if (matches(each.path) || isFolder || walk.signal?.aborted) yield each;
  }
}

/** Real path of every folder entered from one path given, and the path it was entered under. */
type Entered = Map<string, string>;

async function* walkFolder(folder: string, walk: Walk): AsyncGenerator<Found> {
  const real = await realOf(folder);
  yield* walkBelow(folder, real, walk, new Map([[real, folder]]));
}

/**
 * A folder that is reached by a link, and was entered already, is not entered again: links may lead in circles, and folders
 * linked to one another have more paths than can be listed.
 */
async function* walkBelow(folder: string, real: string, walk: Walk, entered: Entered): AsyncGenerator<Found> {
  if (walk.signal?.aborted) return yield { path: folder, ignored: false };
  const entries = await entriesOf(folder);
  if (typeof entries === 'string') return yield { path: folder, ignored: false, unreadable: entries };
  if (entries.length === 0) yield { path: folder, reason: '空文件夹' };
  for (const entry of entries) {
    const path = slashed(join(folder, entry.name));
    if (walk.except?.has(resolve(path))) continue;
    const found = entry.isSymbolicLink() ? await look(path) : entry;
    if (typeof found !== 'string' && found.isDirectory()) {
      if (!isSystemFolder(entry.name)) yield* enter(path, { real, entry, walk, entered });
    } else yield await fileOr(path, entry, found);
  }
}

async function* enter(
  path: string,
  { real, entry, walk, entered }: { real: string; entry: Dirent; walk: Walk; entered: Entered },
): AsyncGenerator<Found> {
  const below = entry.isSymbolicLink() ? await realOf(path) : join(real, entry.name);
  const before = entered.get(below);
  if (entry.isSymbolicLink() && before !== undefined) {
    const isAbove = real === below || real.startsWith(below.endsWith(sep) ? below : below + sep);
    const reason = isAbove ? `链接绕回上级文件夹 ${before}` : `链接指向的文件夹已在 ${before} 列出`;
    return yield { path, reason };
  }
  if (before === undefined) entered.set(below, path);
  yield* walkBelow(path, below, walk, entered);
}

/** What an entry that is no folder is listed as. */
async function fileOr(path: string, entry: Dirent, found: Dirent | Stats | string): Promise<Found> {
  const ignored = isSystemFile(basename(path));
  if (found === 'missing') {
    return ignored ? { path, reason: BROKEN_LINK } : { path, ignored, unreadable: BROKEN_LINK };
  }
  if (typeof found === 'string') return { path, ignored };
  if (await isUndecodable(path)) return { path, ignored, unreadable: UNDECODABLE };
  const code = codeOfKind(found);
  if (code) return { path, reason: NOT_A_FILE[code] };
  return entry.isSymbolicLink() ? { path, ignored } : { path, ignored, plain: true };
}

const BROKEN_LINK = '链接断开，所指的文件不存在';
const CLOSED_FOLDER = '没有读取文件夹的权限';
const UNDECODABLE = '名称不是 UTF-8 编码（多半是 GBK），打不开；请先改名';

/** Entries of a folder in a stable order, or why it cannot be read. */
async function entriesOf(folder: string): Promise<Dirent[] | string> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') return CLOSED_FOLDER;
    if (code === undefined) throw error;
    if (await isUndecodable(folder)) return UNDECODABLE;
    return code === 'ENOENT' ? '文件夹在导入过程中消失' : `无法读取文件夹（${code}）`;
  }
}

/** Where a folder really is; one that has gone meanwhile is found so when it is read. */
const realOf = (folder: string): Promise<string> => realpath(folder).catch(() => resolve(folder));

/** Whether the name was written in another encoding, so that nothing answers to it as it was read. */
const isUndecodable = async (path: string): Promise<boolean> =>
  path.includes('\uFFFD') && (await lstat(path).catch(() => null)) === null;

/** What stands at a path, links followed; `closed`: it cannot be told, and opening it will say why. */
async function look(path: string): Promise<Stats | 'missing' | 'closed'> {
  try {
    return await stat(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return MISSING.includes(code) ? 'missing' : 'closed';
  }
}

const MISSING = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
