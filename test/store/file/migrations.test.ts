import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { layEmptyStore } from '../../support/empty-store.js';
import { olderVersions, writeOlderStore } from '../../support/older-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { someOf } from '../../support/thorough.js';

/** A store of today with a bit of everything an earlier one could hold. */
async function writeStore(path: string): Promise<Store> {
  await layEmptyStore(path);
  const store = openSqliteStore(path);
  const indicators = [{ name: '清淤长度', description: '主要河道清淤', target: '≥3公里' }];
  const costs = [{ item: '机械租赁', wan: '1', calculation: '2台×5000元' }];
  const document = buildDocument({
    disclosures: [
      { total: '25.5', projects: [{ name: '河道清淤', wan: '20.5', indicators, costs }] },
      { region: null, year: null, projects: [{ name: '不明项目' }] },
    ],
  });
  document.diagnostics.push({ code: 'target-cut-off', message: '少一格' });
  await store.save(document);
  await store.assign(document.sha256, { year: 2024 });
  return store;
}

it('migrations are numbered from 1, each number once: the second of two would never run', () => {
  const folder = new URL('../../../src/store/file/migrations/', import.meta.url);
  const numbers = readdirSync(folder).map((name) => Number(name.slice(0, 3)));
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, n) => n + 1));
});

describe('a store of an earlier schema', () => {
  it.each(someOf(2, olderVersions()))('%i is brought up to date with all it holds', async (version) => {
    const folder = scratchFolder();
    const [today, older] = [join(folder, 'today.db'), join(folder, 'older.db')];
    const first = await writeStore(today);
    const expected = await first.dump();
    await first.close();
    writeOlderStore(older, version, today);
    const store = openSqliteStore(older);
    expect(await store.dump()).toBe(expected);
    expect((await store.search('河道')).map(({ view }) => view)).toEqual(['projects', 'indicators']);
    expect((await store.query('indicators', { text: '主要河道' })).rows).toHaveLength(1);
    expect(await store.facets('indicators', {}, ['level2'])).toEqual([
      { column: 'level2', value: '数量指标', count: 1 },
    ]);
    await store.close();
    const db = new Database(older, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it('is searched anew where a migration emptied the index, or was interrupted before it was filled', async () => {
    const folder = scratchFolder();
    const [today, older] = [join(folder, 'today.db'), join(folder, 'older.db')];
    await (await writeStore(today)).close();
    writeOlderStore(older, Math.max(...olderVersions()), today);
    const db = new Database(older);
    db.exec("INSERT INTO search_index (search_index) VALUES ('delete-all')");
    db.close();
    const store = openSqliteStore(older);
    expect((await store.search('河道')).map(({ view }) => view)).toEqual(['projects', 'indicators']);
    await store.close();
  });

  it('is not touched by a question', async () => {
    const folder = scratchFolder();
    const [today, older] = [join(folder, 'today.db'), join(folder, 'older.db')];
    await (await writeStore(today)).close();
    const [version = 1] = olderVersions().slice(-1);
    writeOlderStore(older, version, today);
    expect(() => openSqliteStore(older, { readOnly: true })).toThrow('由较早的版本写成');
  });
});
