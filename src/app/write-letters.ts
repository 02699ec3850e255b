import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../model/ports/store.js';
import { folderPlace } from './folder-place.js';
import { safeName } from './safe-name.js';
import { writeOutput } from './write-output.js';

/** A Word file to be written, made when its turn comes. */
export interface PlannedLetter {
  /** What it is called, without ending; a name may come twice. */
  name: string;
  make: (store: Store) => Promise<Uint8Array>;
}

/**
 * Writes letters to a new or empty folder, which appears when all of them are written.
 * @param written told of each
 * @throws UserError when the folder exists and is not empty; what making a letter throws
 */
export async function writeLetters(
  store: Store,
  folder: string,
  letters: readonly PlannedLetter[],
  { written, signal }: { written: (done: number, of: number) => void; signal?: AbortSignal },
): Promise<void> {
  const { unfinished, publish } = folderPlace(folder);
  try {
    mkdirSync(unfinished);
    const taken = new Set<string>();
    for (const [index, { name, make }] of letters.entries()) {
      signal?.throwIfAborted();
      await writeOutput([await make(store)], join(unfinished, `${freeName(safeName(name), taken)}.docx`));
      written(index + 1, letters.length);
    }
    await publish();
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function freeName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name} (${count})`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
