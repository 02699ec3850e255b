import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { findPrivate, maskStore } from '../../../src/pipeline/reading/private-in-store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { BUILT } from '../../support/built-entries.js';
import { buildDocument } from '../../support/document-builder.js';
import { layEmptyStore } from '../../support/empty-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { smallDisclosure } from '../../support/small-disclosure.js';
import { someOf } from '../../support/thorough.js';

const PRIVATE = /周小兰|吴小梅|郑小竹|13900001234|13900005678|22629806/;

/** A store with one document, as a program without a mask would have left it where the changes say so. */
async function storeWith(changes: (db: Database.Database) => void): Promise<string> {
  const folder = scratchFolder({ '甲.txt': strToU8(smallDisclosure({ amounts: ['1', '2'] })) });
  const path = join(folder, '库.db');
  await layEmptyStore(path);
  const store = openSqliteStore(path);
  await importFiles([join(folder, '甲.txt')], { sink: store, jobs: 1, entry: BUILT.read });
  const id = await store.beginImport({ kind: 'paths', paths: ['x'] });
  await store.endImport(id, { error: '没有权限' });
  await store.close();
  const db = new Database(path);
  changes(db);
  db.close();
  return path;
}

/** Writes a paragraph into the packed grids. */
function addParagraphs(db: Database.Database, ...texts: string[]): void {
  const packed = db.prepare('SELECT grids FROM document_blobs').pluck().get() as Buffer;
  const blocks = JSON.parse(inflateSync(packed).toString('utf8')) as unknown[];
  const added = texts.map((text, at) => ({ kind: 'paragraph', text, place: `¶9${at}` }));
  db.prepare('UPDATE document_blobs SET grids = ?').run(deflateSync(JSON.stringify([...blocks, ...added])));
}

/** Inserts a row; columns that need a value and are not given get any. */
function insert(db: Database.Database, table: string, values: Record<string, unknown>): void {
  const columns = db
    .prepare(`SELECT name, type, "notnull" AS needed FROM pragma_table_info(?)`)
    .all(table) as {
    name: string;
    type: string;
    needed: number;
  }[];
  const filled = columns.filter(({ needed, name }) => needed || name in values);
  db.prepare(
    `INSERT INTO ${table} (${filled.map(({ name }) => name).join()}) VALUES (${filled.map(() => '?').join()})`,
  ).run(...filled.map(({ name, type }) => values[name] ?? (type === 'TEXT' ? 'x' : 1)));
}

const OLD: [string, (db: Database.Database) => void, string][] = [
  [
    'a cell',
    (db) => db.exec("UPDATE cell_rows SET text = '联系人：周小兰' WHERE ordinal = 0"),
    'cell_rows.text',
  ],
  [
    'a name of a project',
    (db) => db.exec("UPDATE project_rows SET project = '经办人：周小兰 13900001234'"),
    'project_rows.project',
  ],
  [
    'a title',
    (db) => db.exec("UPDATE document_rows SET title = '目标表（填报人周小兰）'"),
    'document_rows.title',
  ],
  [
    'a path',
    (db) =>
      db.exec(
        "UPDATE document_paths SET shown = '填报人周小兰/甲.txt'; UPDATE document_rows SET path = '填报人周小兰/甲.txt'",
      ),
    'document_paths.shown',
  ],
  [
    'the first of two paths, which is the second when masked',
    (db) =>
      db.exec(
        `INSERT INTO document_paths (sha256, path, shown) SELECT sha256, '丙/1.txt', '/0/填报人周小兰.txt' FROM document_rows;
         INSERT INTO document_paths (sha256, path, shown) SELECT sha256, '丁/2.txt', '/0/填报人表.txt' FROM document_rows;
         UPDATE document_rows SET path = '/0/填报人周小兰.txt'`,
      ),
    'document_rows.path',
  ],
  [
    'the log',
    (db) => db.exec(`UPDATE import_rows SET given = '["/下载/填报人_周小兰.xlsx"]'`),
    'import_rows.given',
  ],
  [
    'a diagnostic',
    (db) =>
      db.exec(
        "INSERT INTO diagnostic_rows SELECT sha256, 90, 'x', '填表人：周小兰', null FROM document_rows",
      ),
    'diagnostic_rows.message',
  ],
  ['packed grids', (db) => addParagraphs(db, '联系人', '周小兰', '电话：22629806'), 'document_blobs.grids'],
  [
    'a finding, whose quote is private by the cell beside it',
    (db) => {
      addParagraphs(db, '联系人', '周小兰');
      insert(db, 'run_rows', { id: 1, at: '2024-01-01', scope: '{}' });
      insert(db, 'finding_rows', {
        sha256: db.prepare('SELECT sha256 FROM document_rows').pluck().get(),
        run: 1,
        settled: 0,
        state: 'new',
        quote: '周小兰',
        message: '“周小兰”不是单位',
        data: '{"evidence":[{"raw":"周小兰"}]}',
      });
    },
    'finding_rows.quote',
  ],
];

it.each(someOf(4, OLD))(
  '%s that is readable is found, masked in the answer, and repaired',
  async (_, changes, where) => {
    const path = await storeWith(changes);
    const store = openSqliteStore(path);
    const found = await findPrivate(store);
    expect(found.map(({ table, column }) => `${table}.${column}`)).toContain(where);
    expect(found.every(({ count, kind }) => count > 0 && kind !== '')).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(PRIVATE);
    expect(await maskStore(store)).toBeGreaterThan(0);
    expect(await findPrivate(store)).toEqual([]);
    expect((await store.check()).problems).toEqual([]);
    await store.close();
    const text = readFileSync(path).toString('utf8');
    expect(text).not.toMatch(PRIVATE);
  },
);

it('findings that are private by a cell of their document are repaired in a store of many documents', async () => {
  const path = join(scratchFolder(), '库.db');
  const filled = openSqliteStore(path);
  for (let n = 0; n < 70; n++) {
    const document = buildDocument({ path: `${n}.txt`, disclosures: [{ projects: [{ name: '普法' }] }] });
    const texts = ['联系人', '周小兰'].map((text, at) => ({
      kind: 'paragraph' as const,
      text,
      place: `¶9${at}`,
    }));
    await filled.save({ ...document, blocks: [...document.blocks, ...texts] });
  }
  await filled.close();
  const db = new Database(path);
  insert(db, 'run_rows', { id: 1, at: '2024-01-01', scope: '{}' });
  const contents = db.prepare('SELECT sha256 FROM document_rows').pluck().all();
  for (const [n, sha256] of contents.entries()) {
    insert(db, 'finding_rows', { id: n + 1, sha256, run: 1, state: 'new', quote: '周小兰', data: '{}' });
  }
  db.close();
  const store = openSqliteStore(path);
  expect(await maskStore(store)).toBe(140);
  expect(await findPrivate(store)).toEqual([]);
  await store.close();
  expect(readFileSync(path).toString('utf8')).not.toMatch(PRIVATE);
});

it('a store without private texts is left as it is', async () => {
  const path = await storeWith((db) => db.exec("UPDATE project_rows SET attribute = '13900001234'"));
  const store = openSqliteStore(path);
  const before = await store.dump();
  expect(await findPrivate(store)).toEqual([]);
  expect(await maskStore(store)).toBe(0);
  expect(await store.dump()).toBe(before);
  await store.close();
});
