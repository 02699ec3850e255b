import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverage, coverageByPlace } from '../../src/app/coverage.js';
import type { Region } from '../../src/model/disclosure.js';
import type { Store } from '../../src/model/ports/store.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument } from '../support/document-builder.js';

const CITY: Region = { province: '湖南省', city: '株洲市', name: '株洲市', code: '430200' };
const COUNTY: Region = { province: '湖南省', city: '株洲市', name: '石峰区', code: '430204' };

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  const of = (region: Region, department: string, year = 2024) =>
    buildDocument({
      path: `${region.name}${department}${year}.docx`,
      disclosures: [
        { region, department, departmentKey: department, year, total: '5', projects: [{ name: department }] },
      ],
    });
  for (const document of [
    of(CITY, '公安局'),
    of(CITY, '商务局'),
    of(CITY, '气象局', 2023),
    of(COUNTY, '公安局'),
  ])
    await store.save(document);
});
afterAll(() => store.close());

const namesOf = (departments: readonly { department: string | null }[] = []): (string | null)[] =>
  departments.map(({ department }) => department);

describe('who has published in a city', () => {
  it('is counted alike for the site and the command', async () => {
    const [page, command] = [
      await coverageByPlace(store, '株洲市', 2024),
      await coverage(store, '株洲市', 2024),
    ];
    expect(page?.counts).toEqual(command.coverage?.counts);
    expect(page?.counts).toMatchObject({ own: 2, below: [{ region: '石峰区', departments: 1 }] });
  });

  it('are its own departments, with their forms, not those of its counties', async () => {
    const { own } = (await coverageByPlace(store, '株洲市', 2024)) ?? {};
    expect([own?.region, namesOf(own?.departments)]).toEqual(['株洲市', ['公安局', '商务局']]);
    const county = await coverageByPlace(store, '石峰区', 2024);
    expect([county?.counts.own, namesOf(county?.own?.departments)]).toEqual([1, ['公安局']]);
  });

  it('is counted of one stage where one is asked', async () => {
    const budget = await coverage(store, '株洲市', 2024, 'budget');
    expect(budget.coverage?.counts).toMatchObject({ own: 2 });
    expect((await coverage(store, '株洲市', 2024, 'final')).coverage).toBeNull();
    expect(await coverageByPlace(store, '株洲市', undefined, 'final')).toBeNull();
  });

  it('is nobody where only its counties did', async () => {
    const province = await coverageByPlace(store, '湖南省', 2024);
    expect(province?.own).toBeNull();
    expect(province?.counts.below.map(({ region }) => region)).toEqual(['株洲市', '石峰区']);
  });
});
