import { accessSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const BYTES_NEEDED = 4 * 1024 ** 3;

/** Has the tests make their folders in memory where there is room: a store waits for the disk at every change. */
export default function scratchInMemory(): void {
  if (process.env.TMPDIR === undefined && isFit(MEMORY)) process.env.TMPDIR = MEMORY;
}

/** Whether there is room, and programs may be run from it. */
function isFit(place: string): boolean {
  let folder: string | undefined;
  try {
    const { bavail, bsize } = statfsSync(place);
    folder = mkdtempSync(join(place, 'mingzhang-'));
    const program = join(folder, 'program');
    writeFileSync(program, '', { mode: 0o755 });
    accessSync(program, constants.X_OK);
    return bavail * bsize >= BYTES_NEEDED;
  } catch {
    return false;
  } finally {
    if (folder) rmSync(folder, { recursive: true });
  }
}
