import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));

/** What the examples of the README ask about, and a statement; no scan. */
const ASKED_ABOUT = /^(?:hunan|henan|jiangsu)-/;

/** Makes a folder of the samples: of all, or of some that are read quickly. */
export function linkSamples(folder: string, all: boolean): void {
  mkdirSync(folder);
  for (const name of readdirSync(SAMPLES)) {
    if (all || ASKED_ABOUT.test(name)) symlinkSync(join(SAMPLES, name), join(folder, name));
  }
}
