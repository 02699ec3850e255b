import { describe, expect, it } from 'vitest';
import { groupPlaces, mapCountry } from '../../src/compare/coverage/place-map.js';
import type { PublishedPlace } from '../../src/model/published-place.js';

const place = (given: Partial<PublishedPlace>): PublishedPlace => ({
  province: '青禾省',
  city: '临川市',
  region: '云溪区',
  regionCode: '990104',
  departments: 2,
  projects: 5,
  budgetFen: null,
  auditedProjects: null,
  findings: 0,
  ...given,
});
const [square, empty] = [
  { code: '990000', name: '青禾省', short: '青禾', column: 1, row: 1 },
  { code: '980000', name: '白石省', short: '白石', column: 2, row: 1 },
];

describe('the map of the country', () => {
  it('puts the places of a province together, and keeps what has no square apart', () => {
    const { provinces, others, unplaced } = mapCountry(
      2024,
      [square, empty],
      [
        place({ budgetFen: 3 }),
        place({ region: '北川县', regionCode: '990105', budgetFen: 4, auditedProjects: 5, findings: 1 }),
        place({ province: '远方省', region: '甲县', regionCode: '970101' }),
        place({ province: null, city: null, region: null, regionCode: null, departments: 7 }),
      ],
    );
    expect(provinces).toEqual([
      { ...square, figures: { departments: 4, projects: 10, budgetFen: 7, auditedProjects: 5, findings: 1 } },
      { ...empty, figures: null },
    ]);
    expect(others).toMatchObject([{ code: '970000', name: '远方省', figures: { departments: 2 } }]);
    expect(unplaced?.departments).toBe(7);
    expect(mapCountry(2024, [square], []).unplaced).toBeNull();
  });
});

describe('the places below a region', () => {
  const province = { code: '990000', name: '青禾省', province: '青禾省', city: null };
  const listed = [
    { code: '990104', name: '云溪区', city: '临川市' },
    { code: '990105', name: '北川县', city: '临川市' },
    { code: '990901', name: '直管市', city: null },
  ];

  it('stand city by city: those of the list, others with something, and the city itself', () => {
    const groups = groupPlaces(province, listed, [
      place({}),
      place({ region: '临川市', regionCode: '990100', city: '临川市', departments: 9 }),
      place({ region: '高新区', regionCode: null }),
      place({ region: '望江市', regionCode: '990200', city: '望江市' }),
      place({ region: '青禾省', regionCode: '990000', city: null }),
    ]);
    expect(groups.map(({ name, code }) => [name, code])).toEqual([
      ['临川市', '990100'],
      ['青禾省', null],
      ['望江市', '990200'],
    ]);
    const [lin, direct, wang] = groups;
    expect(lin?.city).toMatchObject({ name: '临川市', figures: { departments: 9 } });
    expect(lin?.places.map(({ name, figures }) => [name, figures?.departments ?? null])).toEqual([
      ['云溪区', 2],
      ['北川县', null],
      ['高新区', 2],
    ]);
    expect(direct).toMatchObject({ city: null, places: [{ name: '直管市', figures: null }] });
    expect(wang).toMatchObject({ city: { code: '990200' }, places: [] });
  });
});
