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
import { openStore } from '../../../src/store/open-store.js';
import { buildDocument } from '../../support/document-builder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang 库 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MIGRATIONS = new URL('../../../src/store/file/migrations/', import.meta.url);
const migrationFiles = readdirSync(MIGRATIONS).sort();
const document = buildDocument({ disclosures: [{ projects: [{ name: '河道清淤', wan: '5' }] }] });

const errorOf = (work: () => unknown): StoreError => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('没有抛出错误');
};

function expectRefusal(path: string, code: StoreErrorCode, options = {}): void {
  const error = errorOf(() => openStore(path, options));
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
    const store = openStore(path);
    await store.save(document);
    store.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
    const db = new Database(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(migrationFiles.length);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('finds everything again when opened a second time', async () => {
    const path = join(folder, 'a.db');
    const first = openStore(path);
    await first.save(document);
    const before = first.dump();
    first.close();
    const second = openStore(path);
    expect(second.dump()).toBe(before);
    second.close();
  });

  it.each(migrationFiles.map((_, version) => version))(
    'brings a store of schema %i up to date',
    (version) => {
      const path = join(folder, 'old.db');
      writeOlderStore(path, version);
      if (version > 0) expectRefusal(path, 'older', { readOnly: true });
      if (version === 0) rmSync(path);
      openStore(path).close();
      const store = openStore(path, { readOnly: true });
      expect(store.query('documents').rows).toEqual([]);
      store.close();
    },
  );

  it('goes on where a creation was interrupted', () => {
    const path = join(folder, 'a.db');
    writeFileSync(path, '');
    expectRefusal(path, 'missing', { readOnly: true });
    openStore(path).close();
    openStore(path, { readOnly: true }).close();
  });

  it('refuses a store of a newer version', () => {
    const path = join(folder, 'new.db');
    openStore(path).close();
    const db = new Database(path);
    db.pragma('user_version = 999');
    db.close();
    expectRefusal(path, 'newer');
    expectRefusal(path, 'newer', { readOnly: true });
  });

  it.each([
    ['text', (path: string) => writeFileSync(path, '部门,金额\n水利局,5\n')],
    [
      'a SQLite file of another program',
      (path: string) => new Database(path).exec('CREATE TABLE t (x)').close(),
    ],
  ])('refuses %s and leaves it as it was', (_, write) => {
    const path = join(folder, '别人的文件');
    write(path);
    const before = readFileSync(path);
    expectRefusal(path, 'not-a-store');
    expectRefusal(path, 'not-a-store', { readOnly: true });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['别人的文件']);
  });

  it('refuses a folder and a path in a missing folder', () => {
    expectRefusal(folder, 'not-a-store');
    expectRefusal(join(folder, '没有', 'a.db'), 'missing');
    expect(existsSync(join(folder, '没有'))).toBe(false);
  });

  it('names a damaged store', async () => {
    const path = join(folder, 'a.db');
    const store = openStore(path);
    await store.save(document);
    store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096);
    writeFileSync(path, bytes);
    const error = errorOf(() => {
      const damaged = openStore(path, { readOnly: true });
      try {
        damaged.query('projects');
      } finally {
        damaged.close();
      }
    });
    expect(error.code).toBe('corrupt');
    expect(error.message).toContain(path);
  });

  it('goes on after a writer was killed', async () => {
    const path = join(folder, 'a.db');
    const store = openStore(path);
    await store.save(document);
    const copy = join(folder, 'b.db');
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix);
    store.close();
    const survivor = openStore(copy);
    expect(survivor.load(document.sha256)).toEqual(document);
    survivor.close();
  });
});

describe('a store opened read-only', () => {
  it('is not created where it is missing', () => {
    expectRefusal(join(folder, 'none.db'), 'missing', { readOnly: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('answers questions, refuses writing, and leaves nothing beside the file', async () => {
    const path = join(folder, 'a.db');
    const writer = openStore(path);
    await writer.save(document);
    writer.close();
    const before = readFileSync(path);
    const store = openStore(path, { readOnly: true });
    expect(store.query('projects').rows).toMatchObject([{ project: '河道清淤' }]);
    await expect(store.save(document)).rejects.toThrow(StoreError);
    await expect(store.addPath(document.sha256, 'x')).rejects.toThrow(StoreError);
    expect(() => store.assign(document.sha256, { year: 2020 })).toThrow(StoreError);
    store.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('two programs', () => {
  it('write to one store in turn and read meanwhile', async () => {
    const path = join(folder, 'a.db');
    const [first, second] = [openStore(path), openStore(path)];
    await first.save(document);
    await second.save(buildDocument({ path: '资料/乙.txt' }));
    const reader = openStore(path, { readOnly: true });
    expect(reader.summary().documents).toBe(2);
    first.close();
    second.close();
    reader.close();
    openStore(path).close();
    expect(readdirSync(folder)).toEqual(['a.db']);
  });
});
