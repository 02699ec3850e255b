import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { dumpOf, outcomesOf, problemsOf, startCommand } from './command.js';
import { type SmallDisk, smallDisk } from './small-disk.js';

const FILES = 60;
const probe = smallDisk('1m');
probe?.remove();

let folder = '';
beforeAll(async () => {
  folder = newFolder();
  writePile(join(folder, 'pile'), { files: FILES, formats: ['txt', 'html', 'docx'] });
  await importInto('calm.db');
});
afterAll(() => removeFolder(folder));

const importInto = (db: string, ...more: string[]) =>
  startCommand(folder, ['import', 'pile', '--jobs', '2', '--db', db, ...more]).ended;

const expectPlain = (stderr: string): void => {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain('程序内部错误');
};

describe.skipIf(probe === null)('a disk', () => {
  const onDisk = async (size: string, work: (disk: SmallDisk) => Promise<void>): Promise<void> => {
    const disk = smallDisk(size);
    if (!disk) throw new Error('no disk');
    try {
      await work(disk);
    } finally {
      disk.remove();
    }
  };

  it('that is full ends the import with that reason, and it goes on when there is room', () =>
    onDisk('3m', async (disk) => {
      const db = join(disk.folder, 'a.db');
      const full = await importInto(db);
      expect(full.status).toBe(1);
      expect(full.stderr).toContain('磁盘已满');
      expectPlain(full.stderr);
      disk.remount('size=100m');
      expect(await problemsOf(db)).toEqual([]);
      expect((await importInto(db)).status).toBe(0);
      expect((await dumpOf(db)) === (await dumpOf(join(folder, 'calm.db')))).toBe(true);
    }));

  it('that is read-only is imported from, and refused as the place of the store', () =>
    onDisk('20m', async (disk) => {
      writePile(disk.folder, { files: 4 });
      disk.remount('ro');
      const away = join(folder, 'away.db');
      const from = await startCommand(disk.folder, ['import', '.', '--db', away]).ended;
      expect(from.status).toBe(0);
      expect((await outcomesOf(away)).size).toBe(4);
      const into = await startCommand(disk.folder, ['import', '.', '--db', 'a.db']).ended;
      expect(into.status).toBe(1);
      expectPlain(into.stderr);
    }));
});

describe('a store locked by another process', () => {
  const lock = (db: string): Database.Database => {
    const other = new Database(join(folder, db));
    other.exec('BEGIN IMMEDIATE');
    return other;
  };

  it('is waited for', async () => {
    await startCommand(folder, ['import', 'pile', '--db', 'short.db']).ended;
    const other = lock('short.db');
    other.exec("UPDATE document_rows SET reader_version = '0', tried_version = '0'");
    other.exec('COMMIT; BEGIN IMMEDIATE');
    setTimeout(() => other.close(), 4000);
    const result = await importInto('short.db');
    expect(result.status).toBe(0);
    expect((await dumpOf(join(folder, 'short.db'))) === (await dumpOf(join(folder, 'calm.db')))).toBe(true);
  });

  it('too long ends the import with that reason', async () => {
    await importInto('long.db');
    const other = lock('long.db');
    writeFileSync(join(folder, 'pile', '新.txt'), '关于公开部门预算的通知');
    const result = await importInto('long.db');
    other.exec('ROLLBACK');
    other.close();
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('正被另一个程序写入');
    expectPlain(result.stderr);
  });
});

it('a backup made while an import runs is a whole store of that moment', async () => {
  let backup: ReturnType<typeof startCommand>['ended'] | undefined;
  const importing = startCommand(folder, ['import', 'pile', '--jobs', '1', '--db', 'busy.db'], (line) => {
    if (line.startsWith('[10/'))
      backup ??= startCommand(folder, ['backup', 'copy.db', '--db', 'busy.db']).ended;
  });
  expect((await importing.ended).status).toBe(0);
  expect((await backup)?.status).toBe(0);
  expect(await problemsOf(join(folder, 'copy.db'))).toEqual([]);
  expect((await outcomesOf(join(folder, 'copy.db'))).size).toBeGreaterThanOrEqual(10);
});
