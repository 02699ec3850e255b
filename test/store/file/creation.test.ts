import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { StoreError } from '../../../src/model/facts/store-error.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { runsOf } from '../../support/thorough.js';

const MODULE = new URL('../../../dist/src/store/open-sqlite-store.js', import.meta.url).href;
const STORES = runsOf(4, 12);

it('a store that another process is creating is none yet, or whole', async () => {
  const folder = scratchFolder();
  const files = Array.from({ length: STORES }, (_, n) => join(folder, `${n}.db`));
  const program = `
    import { openSqliteStore } from '${MODULE}';
    for (const file of ${JSON.stringify(files)}) openSqliteStore(file).close();`;
  const creator = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  const ended = once(creator, 'close');
  onTestFinished(() => void creator.kill('SIGKILL'));
  const answers = new Set<string>();
  for (const file of files) {
    for (let isThere = false; !isThere; ) {
      isThere = await read(file, answers);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  expect(await ended).toEqual([0, null]);
  expect([...answers].filter((answer) => answer !== 'missing')).toEqual([]);
});

/** Whether a store was there to be read; what was said when it was not. */
async function read(file: string, answers: Set<string>): Promise<boolean> {
  try {
    const store = openSqliteStore(file, { readOnly: true });
    expect((await store.summary()).documents).toBe(0);
    await store.close();
    return true;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    answers.add(error.code);
    return false;
  }
}

it('an older store that nobody migrates is told of without much delay', async () => {
  const file = join(scratchFolder(), 'old.db');
  await openSqliteStore(file).close();
  const db = new Database(file);
  db.pragma('user_version = 3');
  db.close();
  const wait = vi.spyOn(Atomics, 'wait');
  onTestFinished(() => wait.mockRestore());
  expect(() => openSqliteStore(file, { readOnly: true })).toThrow('较早的版本');
  const waited = wait.mock.calls.reduce((sum, [, , , milliseconds = 0]) => sum + milliseconds, 0);
  expect(waited).toBeLessThan(2000);
});

it('an empty file, and one of another kind with a journal left beside it, are told of', () => {
  const folder = scratchFolder({ 'empty.db': '', 'other.db': 'no store'.repeat(50), 'other.db-journal': '' });
  expect(() => openSqliteStore(join(folder, 'empty.db'), { readOnly: true })).toThrow('没有找到明账库');
  writeFileSync(join(folder, 'none.txt'), 'x');
  expect(() => openSqliteStore(join(folder, 'none.txt'), { readOnly: true })).toThrow('不是 SQLite 文件');
});
