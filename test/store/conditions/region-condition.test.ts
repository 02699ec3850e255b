import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  const places = [
    { code: '430221', name: '株洲县', city: '株洲市', province: '湖南省' },
    { code: '430212', name: '渌口区', city: '株洲市', province: '湖南省' },
    { code: '371202', name: '莱城区', city: '莱芜市', province: '山东省' },
    { code: '430204', name: '石峰区', city: '株洲市', province: '湖南省' },
  ];
  for (const region of places) {
    await store.save(buildDocument({ path: region.name, disclosures: [{ region }] }));
  }
});
afterAll(() => store.close());

it.each([
  ['430212', ['株洲县', '渌口区']],
  ['渌口区', ['株洲县', '渌口区']],
  ['430221', ['株洲县', '渌口区']],
  ['株洲县', ['株洲县', '渌口区']],
  ['430200', ['株洲县', '渌口区', '石峰区']],
  ['43', ['株洲县', '渌口区', '石峰区']],
  ['3701', ['莱城区']],
  ['济南市', ['莱城区']],
  ['莱芜', ['莱城区']],
  ['石峰区', ['石峰区']],
])('region %s finds what is in it, under retired codes too', async (region, names) => {
  const { rows } = await store.query('documents', { region }, { columns: ['region'] });
  expect(rows.map((row) => row.region).sort()).toEqual([...names].sort());
});
