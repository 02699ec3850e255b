import { expect, it } from 'vitest';
import { assignDocuments } from '../../../src/app/assign-documents.js';
import type { Store } from '../../../src/model/ports/store.js';
import { regionNamed, regionWithCode } from '../../../src/pipeline/subjects/region-named.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const unplaced = buildDocument({
  disclosures: [{ region: null, year: null, department: null, departmentKey: null }],
});

async function storeWith(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  await store.save(unplaced);
  return store;
}

it('sets what is given, with the key of the department', async () => {
  const store = await storeWith();
  await assignDocuments(store, [unplaced.sha256], { region: '430204', year: 2024 });
  await assignDocuments(store, [unplaced.sha256], { department: '石峰区信访局' });
  const [document] = (await store.query('documents')).rows;
  expect(document).toMatchObject({
    region: '石峰区',
    year: 2024,
    department: '石峰区信访局',
    unresolved: null,
  });
  expect(document?.department_key).toBe('信访局');
});

it('keeps no person named in a department', async () => {
  const store = await storeWith();
  await assignDocuments(store, [unplaced.sha256], { department: '信访局 联系人李小龙 13912345678' });
  expect((await store.query('documents')).rows[0]?.department).toBe('信访局 联系人＊＊ ＊＊');
});

it('changes nothing where the region is unknown or nothing is given', async () => {
  const store = await storeWith();
  const before = await store.dump();
  await expect(assignDocuments(store, [unplaced.sha256], { region: '乌有乡', year: 2024 })).rejects.toThrow(
    '没有地区',
  );
  await expect(assignDocuments(store, [unplaced.sha256], {})).rejects.toThrow('至少一项');
  expect(await store.dump()).toBe(before);
});

it('takes a region as its title says it', () => {
  const region = regionNamed('430204');
  expect(regionWithCode(region)).toBe('湖南省株洲市石峰区（430204）');
  expect(regionNamed(regionWithCode(region))).toEqual(region);
  expect(() => regionNamed('朝阳区')).toThrow('可能指');
});
