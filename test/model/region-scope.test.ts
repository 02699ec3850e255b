import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Region } from '../../src/model/disclosure.js';
import type { Store } from '../../src/model/ports/store.js';
import { regionHeirs } from '../../src/model/region-heirs.js';
import { isInRegion, regionScope } from '../../src/model/region-scope.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument } from '../support/document-builder.js';

const SOME: Region[] = [
  { code: '430212', name: '渌口区', city: '株洲市', province: '湖南省' },
  { code: '430204', name: '石峰区', city: '株洲市', province: '湖南省' },
  { code: '430200', name: '株洲市', city: '株洲市', province: '湖南省' },
  { code: '500112', name: '渝北区', city: null, province: '重庆市' },
  { code: null, name: '石峰高新区', city: '株洲市', province: '湖南省' },
];
const RETIRED: Region[] = regionHeirs().map(({ code, name, heirCity }) => ({
  code,
  name,
  city: heirCity,
  province: null,
}));
const PLACES = [...SOME, ...RETIRED];

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  for (const [index, region] of PLACES.entries()) {
    await store.save(buildDocument({ path: String(index), disclosures: [{ region }] }));
  }
});
afterAll(() => store.close());

const named = (text: string): string[] => {
  const scope = regionScope(text);
  return scope === null ? [] : SOME.filter((each) => isInRegion(scope, each)).map(({ name }) => name);
};

it.each([
  ['株洲市石峰区', ['石峰区']],
  ['湖南省株洲市石峰区', ['石峰区']],
  ['湖南省株洲市石峰区（430204）', ['石峰区']],
  ['湖南省株洲市', ['渌口区', '石峰区', '株洲市', '石峰高新区']],
  ['株洲县', ['渌口区']],
  ['湖南省石峰', []],
  ['石峰', ['石峰区', '石峰高新区']],
  ['重庆市渝北区', ['渝北区']],
])('%s means %o', (text, names) => {
  expect(named(text)).toEqual(names);
});

it('is null for digits that are no code', () => {
  expect(['4', '43020', '4302041'].map(regionScope)).toEqual([null, null, null]);
});

it('keeps the documents the store keeps, whatever is asked', async () => {
  const part = fc
    .constantFrom(...PLACES)
    .chain(({ code, name, city, province }) =>
      fc.tuple(
        fc.constantFrom(
          ...[
            name,
            city,
            province,
            `${city ?? ''}${name}`,
            `${province ?? ''}${city ?? ''}${name}`,
            code,
          ].filter((each) => each !== null),
        ),
        fc.constantFrom(1, 2, 4, 6, 20),
      ),
    )
    .map(([text, length]) => [...text].slice(0, length).join(''));
  await fc.assert(
    fc.asyncProperty(part, async (text) => {
      const scope = regionScope(text);
      fc.pre(scope !== null);
      const { rows } = await store.query('documents', { region: text }, { columns: ['path'] });
      const expected = PLACES.flatMap((each, index) => (isInRegion(scope, each) ? [String(index)] : []));
      expect(rows.map(({ path }) => String(path)).sort()).toEqual(expected.sort());
    }),
  );
});
