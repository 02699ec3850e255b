import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { drawTable } from '../../normalizers/recognize/draw-table.js';
import { buildDocument } from '../../support/document-builder.js';

const grid = drawTable('产出指标|数量指标|清淤长度|12公里\n效益指标|社会效益指标|受益农户|300户');
const unreadDocument = (path: string) =>
  buildDocument({
    path,
    outcome: 'partial',
    blocks: [grid],
    forms: [],
    claims: [],
    unread: [{ block: 0, cells: [0, 1, 2, 3, 4, 5, 6, 7], rows: 2 }],
  });

it('rows that were not recognized are counted apart, their cells are unclaimed and belong to no disclosure', async () => {
  const store = openSqliteStore(':memory:');
  await store.saveAll([
    { document: unreadDocument('甲.txt') },
    {
      document: buildDocument({
        path: '乙.txt',
        disclosures: [{ projects: [{ name: '渠道清淤', wan: '3' }] }],
      }),
    },
  ]);
  const documents = await store.query(
    'documents',
    {},
    { columns: ['path', 'cells', 'unclaimed_cells', 'unread_rows'] },
  );
  expect(documents.rows).toContainEqual({ path: '甲.txt', cells: 0, unclaimed_cells: 0, unread_rows: 2 });
  const unclaimed = (await store.query('cells', { text: '清淤长度' })).rows;
  expect(unclaimed).toMatchObject([
    { status: 'unclaimed', row: 1, column: 3, year: null, place: 't1 r1 c3' },
  ]);
  expect((await store.count('cells')).rows).toBe((await store.query('cells')).rows.length);
  expect((await store.count('current_cells')).rows).toBe((await store.query('current_cells')).rows.length);
  expect((await store.summary()).unreadRows).toBe(2);
  expect((await store.countBy('outcome')).find(({ value }) => value === 'partial')?.unread_rows).toBe(2);
  expect((await store.check()).problems).toEqual([]);
  await store.close();
});

it('a later reading that recognizes them leaves none behind, and check finds cells that are lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unread-'));
  const file = join(folder, 'a.db');
  try {
    const store = openSqliteStore(file);
    await store.saveAll([{ document: unreadDocument('甲.txt') }]);
    await store.close();
    const db = new Database(file);
    db.prepare('DELETE FROM unread_cell_rows WHERE ordinal = 0').run();
    db.close();
    const again = openSqliteStore(file);
    expect((await again.check()).problems.map(({ message }) => message)).toEqual([
      '甲.txt：unreadCellRows 应为 8，库中为 7',
    ]);
    await again.saveAll([{ document: { ...unreadDocument('甲.txt'), unread: [], readerVersion: '2' } }]);
    expect((await again.query('cells')).rows).toEqual([]);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
