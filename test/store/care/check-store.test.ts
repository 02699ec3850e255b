import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/disclosure-builder.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const indicators = [{ level1: '产出指标', level2: '数量指标', name: '巡河次数', target: '≥9次' }];

const problems = async (file: string): Promise<string[]> => {
  const store = openSqliteStore(file);
  try {
    return (await store.check()).problems.map(({ message }) => message);
  } finally {
    await store.close();
  }
};

it('a store without a single project is sound; a row that names a project there is not is told', async () => {
  const file = join(scratchFolder({}), 'a.db');
  const store = openSqliteStore(file);
  await store.saveAll([{ document: buildDocument({ departmentForm: { indicators } }, '部门.docx') }]);
  expect((await store.query('indicators')).rows).toHaveLength(1);
  await store.close();
  expect(await problems(file)).toEqual([]);

  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec('UPDATE indicator_rows SET project_id = 7');
  db.close();
  expect(await problems(file)).toContain('7：indicator_rows 指向不存在的项目');
});

it('a document whose newer version, table or path is lost is told, the others are not', async () => {
  const file = join(scratchFolder({}), 'a.db');
  const store = openSqliteStore(file);
  await store.saveAll(
    ['甲.docx', '乙.docx'].map((path) => ({
      document: buildDocument({ departmentForm: { indicators } }, path),
    })),
  );
  await store.close();
  expect(await problems(file)).toEqual([]);

  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec("UPDATE document_rows SET superseded_by = 'gone' WHERE path = '甲.docx'");
  db.exec(
    "DELETE FROM document_blobs WHERE number = (SELECT number FROM document_rows WHERE path = '乙.docx')",
  );
  db.close();
  const told = await problems(file);
  expect(told).toEqual(expect.arrayContaining(['甲.docx：较新版本不在库中', '乙.docx：没有存下表格']));
  expect(told).not.toContain('乙.docx：较新版本不在库中');
  expect(told).not.toContain('甲.docx：没有存下表格');
});
