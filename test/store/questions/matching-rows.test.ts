import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

it('keeps the rows whose columns have these very values, blank ones and lists too', async () => {
  const store = openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  for (const [path, year] of [
    ['甲.txt', 2022],
    ['乙.txt', 2023],
    ['丙.txt', null],
  ] as const) {
    await store.save(buildDocument({ path, disclosures: [{ year, projects: [{ name: '普法' }] }] }));
  }
  const years = async (match: Parameters<typeof store.matching>[1]) =>
    (await store.matching<{ year: number | null }>('projects', match, ['year'])).map(({ year }) => year);
  expect(await years({ year: 2023 })).toEqual([2023]);
  expect(await years({ year: null })).toEqual([null]);
  expect((await years({ year: [2022, 2023] })).sort()).toEqual([2022, 2023]);
  expect(await years({ year: 2023, project: '普法' })).toEqual([2023]);
  expect(await years({ year: 2023, project: '普' })).toEqual([]);
  expect(await store.matching('documents', { path: '甲.txt' })).toEqual(
    (await store.query('documents')).rows.filter(({ path }) => path === '甲.txt'),
  );
  expect(await store.distinct('projects', ['project', 'year'])).toEqual([
    { project: '普法', year: null },
    { project: '普法', year: 2022 },
    { project: '普法', year: 2023 },
  ]);
  await expect(store.distinct('projects', ['colour'])).rejects.toThrow('没有列 colour');
  await expect(store.matching('projects', { colour: 1 })).rejects.toThrow('没有列 colour');
  await expect(store.matching('houses', {})).rejects.toThrow('没有视图 houses');
});
