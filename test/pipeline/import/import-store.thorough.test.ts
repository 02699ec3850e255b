import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import type { ImportSummary } from '../../../src/pipeline/import/import-summary.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { BUILT } from '../../support/built-entries.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));

/** Imports the paths into the store file; answers what the store holds afterwards. */
async function imported(
  db: string,
  paths: string[],
  jobs: number,
): Promise<{ dump: string; summary: ImportSummary }> {
  const store = openSqliteStore(db);
  try {
    const summary = await importFiles(paths, { sink: store, jobs, entry: BUILT.read });
    return { dump: await store.dump(), summary };
  } finally {
    await store.close();
  }
}

it('gives the same store whatever the order, the number of processes and the repetitions', async () => {
  const folder = scratchFolder();
  const files = readdirSync(samples).map((name) => join(samples, name));
  const one = await imported(join(folder, 'one.db'), [...files], 1);
  const many = await imported(join(folder, 'many.db'), files.toReversed(), 4);
  expect(one.summary.outcomes.ok).toBeGreaterThanOrEqual(11);
  expect(one.dump === many.dump).toBe(true);

  const again = await imported(join(folder, 'one.db'), [...files], 2);
  expect(again.summary).toMatchObject({ outcomes: {}, unchanged: one.summary.files });
  expect(again.dump === one.dump).toBe(true);
});
