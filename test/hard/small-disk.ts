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
  remove(): void;
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
      run('umount', folder);
      discard();
    },
  };
}
