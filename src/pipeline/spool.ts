import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^mingzhang-unpacked-(\d+)-/;

export interface Spool {
  folder: string;
  remove: () => Promise<void>;
}

/** A folder for members of archives on their way to the readers, readable by this user only; `remove` empties and removes it. */
export async function openSpool(): Promise<Spool> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `mingzhang-unpacked-${process.pid}-`));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What an import that was killed has left. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await removeIfOurs(join(tmpdir(), name));
  }
}

async function removeIfOurs(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
