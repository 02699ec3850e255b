import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.js';
import { buildDocument } from '../../support/document-builder.js';

it('keeps the rows whose columns have these very values, blank ones and lists too', async () => {
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  for (const [path, year] of [
    ['甲.txt', 2022],
    ['乙.txt', 2023],
    ['丙.txt', null],
  ] as const) {
    await store.save(buildDocument({ path, disclosures: [{ year, projects: [{ name: '普法' }] }] }));
  }
  const years = (match: Parameters<typeof store.matching>[1]) =>
    store.matching<{ year: number | null }>('projects', match, ['year']).map(({ year }) => year);
  expect(years({ year: 2023 })).toEqual([2023]);
  expect(years({ year: null })).toEqual([null]);
  expect(years({ year: [2022, 2023] }).sort()).toEqual([2022, 2023]);
  expect(years({ year: 2023, project: '普法' })).toEqual([2023]);
  expect(years({ year: 2023, project: '普' })).toEqual([]);
  expect(store.matching('documents', { path: '甲.txt' })).toEqual(
    store.query('documents').rows.filter(({ path }) => path === '甲.txt'),
  );
  expect(store.distinct('projects', ['project', 'year'])).toEqual([
    { project: '普法', year: null },
    { project: '普法', year: 2022 },
    { project: '普法', year: 2023 },
  ]);
  expect(() => store.distinct('projects', ['colour'])).toThrow('没有列 colour');
  expect(() => store.matching('projects', { colour: 1 })).toThrow('没有列 colour');
  expect(() => store.matching('houses', {})).toThrow('没有视图 houses');
});
