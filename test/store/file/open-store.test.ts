import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError, type StoreErrorCode } from '../../../src/model/facts/store-error.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { someOf } from '../../support/thorough.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang 库 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MIGRATIONS = new URL('../../../src/store/file/migrations/', import.meta.url);
const migrationFiles = readdirSync(MIGRATIONS).sort();
const document = buildDocument({ disclosures: [{ projects: [{ name: '河道清淤', wan: '5' }] }] });

const errorOf = async (work: () => unknown): Promise<StoreError> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('没有抛出错误');
};

async function expectRefusal(path: string, code: StoreErrorCode, options = {}): Promise<void> {
  const error = await errorOf(() => openSqliteStore(path, options));
  expect(error.code).toBe(code);
  expect(error.message).toContain(path);
}

/** Puts the store back to an earlier schema, as an older program would have left it. */
function writeOlderStore(path: string, version: number): void {
  const db = new Database(path);
  for (const file of migrationFiles.slice(0, version))
    db.exec(readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  db.pragma(`user_version = ${version}`);
  db.close();
}

describe('openStore', () => {
  it('creates a store with every migration applied and leaves one plain file', async () => {
    const path = join(folder, 'a.db');
    const store = openSqliteStore(path);
    await store.save(document);
    await store.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
    const db = new Database(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(migrationFiles.length);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('finds everything again when opened a second time', async () => {
    const path = join(folder, 'a.db');
    const first = openSqliteStore(path);
    await first.save(document);
    const before = await first.dump();
    await first.close();
    const second = openSqliteStore(path);
    expect(await second.dump()).toBe(before);
    await second.close();
  });

  it.each(
    someOf(
      3,
      migrationFiles.map((_, version) => version),
    ),
  )('brings a store of schema %i up to date', async (version) => {
    const path = join(folder, 'old.db');
    writeOlderStore(path, version);
    if (version > 0) await expectRefusal(path, 'older', { readOnly: true });
    if (version === 0) rmSync(path);
    await openSqliteStore(path).close();
    const store = openSqliteStore(path, { readOnly: true });
    expect((await store.query('documents')).rows).toEqual([]);
    await store.close();
  });

  it('goes on where a creation was interrupted', async () => {
    const path = join(folder, 'a.db');
    writeFileSync(path, '');
    await expectRefusal(path, 'missing', { readOnly: true });
    await openSqliteStore(path).close();
    await openSqliteStore(path, { readOnly: true }).close();
  });

  it('refuses a store of a newer version', async () => {
    const path = join(folder, 'new.db');
    await openSqliteStore(path).close();
    const db = new Database(path);
    db.pragma('user_version = 999');
    db.close();
    await expectRefusal(path, 'newer');
    await expectRefusal(path, 'newer', { readOnly: true });
  });

  it.each([
    ['text', (path: string) => writeFileSync(path, '部门,金额\n水利局,5\n')],
    [
      'a SQLite file of another program',
      (path: string) => new Database(path).exec('CREATE TABLE t (x)').close(),
    ],
  ])('refuses %s and leaves it as it was', async (_, write) => {
    const path = join(folder, '别人的文件');
    write(path);
    const before = readFileSync(path);
    await expectRefusal(path, 'not-a-store');
    await expectRefusal(path, 'not-a-store', { readOnly: true });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['别人的文件']);
  });

  it('refuses a folder and a path in a missing folder', async () => {
    await expectRefusal(folder, 'not-a-store');
    await expectRefusal(join(folder, '没有', 'a.db'), 'missing');
    expect(existsSync(join(folder, '没有'))).toBe(false);
  });

  it('names a damaged store', async () => {
    const path = join(folder, 'a.db');
    const store = openSqliteStore(path);
    await store.save(document);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096);
    writeFileSync(path, bytes);
    const error = await errorOf(async () => {
      const damaged = openSqliteStore(path, { readOnly: true });
      try {
        await damaged.query('projects');
      } finally {
        await damaged.close();
      }
    });
    expect(error.code).toBe('corrupt');
    expect(error.message).toContain(path);
  });

  it('goes on after a writer was killed', async () => {
    const path = join(folder, 'a.db');
    const store = openSqliteStore(path);
    await store.save(document);
    const copy = join(folder, 'b.db');
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix);
    await store.close();
    const survivor = openSqliteStore(copy);
    expect(await survivor.load(document.sha256)).toEqual(document);
    await survivor.close();
  });
});

describe('a store opened read-only', () => {
  it('is not created where it is missing', async () => {
    await expectRefusal(join(folder, 'none.db'), 'missing', { readOnly: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('answers questions, refuses writing, and leaves nothing beside the file', async () => {
    const path = join(folder, 'a.db');
    const writer = openSqliteStore(path);
    await writer.save(document);
    await writer.close();
    const before = readFileSync(path);
    const store = openSqliteStore(path, { readOnly: true });
    expect((await store.query('projects')).rows).toMatchObject([{ project: '河道清淤' }]);
    await expect(store.save(document)).rejects.toThrow(StoreError);
    await expect(store.addPath(document.sha256, 'x')).rejects.toThrow(StoreError);
    await expect(store.assign(document.sha256, { year: 2020 })).rejects.toThrow(StoreError);
    await store.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('two programs', () => {
  it('write to one store in turn and read meanwhile', async () => {
    const path = join(folder, 'a.db');
    const [first, second] = [openSqliteStore(path), openSqliteStore(path)];
    await first.save(document);
    await second.save(buildDocument({ path: '资料/乙.txt' }));
    const reader = openSqliteStore(path, { readOnly: true });
    expect((await reader.summary()).documents).toBe(2);
    await first.close();
    await second.close();
    await reader.close();
    await openSqliteStore(path).close();
    expect(readdirSync(folder)).toEqual(['a.db']);
  });
});
