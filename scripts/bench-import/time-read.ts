import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { READING_LIMITS } from '../../src/pipeline/reading/reading-limits.js';
import { nodeFlags } from '../../src/processes/node-flags.js';

const SCRIPT = fileURLToPath(new URL('read-folder.mjs', import.meta.url));

/** Seconds of processor time of a process that only reads and packs every file below a folder, its start included. */
export const timeRead = (folder: string): number =>
  Number(
    execFileSync(process.execPath, [...nodeFlags(READING_LIMITS.heapMegabytes), SCRIPT, folder], {
      encoding: 'utf8',
    }),
  );
