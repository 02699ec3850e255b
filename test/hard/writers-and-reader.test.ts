import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { dumpOf, problemsOf, startCommand } from './command.js';

const FILES = 60;

/** What a reader meets before the store is there; afterwards it meets nothing but answers. */
const NOT_YET = ['missing', 'older'];

/** Asks everything a page asks; answers how many documents there are. */
async function ask(db: string): Promise<number> {
  const store = openSqliteStore(db, { readOnly: true });
  try {
    const { documents } = await store.summary();
    const listed = (await store.query('documents')).rows.length;
    await store.query('projects', { text: '项目' }, { limit: 20 });
    await store.search('服务', { limit: 5 });
    await store.facets('indicators');
    await store.imports(3);
    expect(listed).toBeGreaterThanOrEqual(documents);
    return listed;
  } finally {
    await store.close();
  }
}

it('two imports into one new store and a reader all the time: the store of a calm import, and no error', async () => {
  const folder = newFolder();
  try {
    writePile(join(folder, '甲'), { files: FILES, seed: 1, formats: ['txt', 'html', 'docx'] });
    writePile(join(folder, '乙'), { files: FILES / 2, seed: 2, formats: ['txt', 'html'] });
    const calm = await startCommand(folder, ['import', '甲', '乙', '--db', 'calm.db', '--keep-sources'])
      .ended;
    expect(calm.status).toBe(0);

    const db = join(folder, 'busy.db');
    const args = ['--db', 'busy.db', '--jobs', '1', '--keep-sources'];
    const writers = [
      startCommand(folder, ['import', '甲', '乙', ...args]).ended,
      startCommand(folder, ['import', '乙', '甲', ...args]).ended,
    ];
    let writing = true;
    const ends = Promise.all(writers).finally(() => {
      writing = false;
    });
    const seen: number[] = [];
    while (writing) {
      try {
        seen.push(await ask(db));
      } catch (error) {
        if (seen.length > 0 || !NOT_YET.includes((error as { code: string }).code)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    for (const { status, stderr } of await ends) expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await problemsOf(db)).toEqual([]);
    expect((await dumpOf(db)) === (await dumpOf(join(folder, 'calm.db')))).toBe(true);
    const kept = (name: string): string[] =>
      readdirSync(join(folder, name), { recursive: true }).map(String).sort();
    expect(kept('busy.db.sources')).toEqual(kept('calm.db.sources'));
  } finally {
    removeFolder(folder);
  }
});
