import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** A file system of its own in memory. */
export interface SmallDisk {
  folder: string;
  /** Mount options, such as `size=100m` or `ro`. */
  remount(options: string): void;
  /** Takes it away, also from a process that has not ended yet. */
  remove(): void;
}

/** Mounts a file over another for as long as the work takes. */
export async function mountedOver(from: string, file: string, work: () => Promise<void>): Promise<void> {
  if (!run('mount', '--bind', from, file)) throw new Error(`cannot mount over ${file}`);
  try {
    await work();
  } finally {
    run('umount', file);
  }
}

/** A small disk; null where the user may not mount one. */
export function smallDisk(size: string): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-disk-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) {
    discard();
    return null;
  }
  return {
    folder,
    remount: (options) => {
      if (!run('mount', '-o', `remount,${options}`, folder)) throw new Error(`cannot remount ${folder}`);
    },
    remove: () => {
      run('umount', '--lazy', folder);
      discard();
    },
  };
}
