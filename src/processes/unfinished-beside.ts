import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.js';

/**
 * Where something (a file or a folder) is written until it is whole: beside its name, under the id of this process. What
 * processes that were killed at the same name have left there is removed; what others are writing now is left alone.
 * @throws what the file system throws; in a folder that may be written and not read nothing is removed
 */
export function unfinishedBeside(path: string): string {
  const own = `${path}.${process.pid}.part`;
  for (const name of namesIn(dirname(path))) {
    const pid =
      name.startsWith(`${basename(path)}.`) && /^\.(\d+)\.part$/.exec(name.slice(basename(path).length))?.[1];
    if (!pid || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
  return own;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
