import { describe, expect, it } from 'vitest';
import { tabulate } from '../../src/compare/tabulate.js';
import type { PlaceYear } from '../../src/model/tabulation.js';

const seen = (given: Partial<PlaceYear>): PlaceYear => ({
  ...{ province: '青禾省', city: null, region: null, region_code: null, year: 2023 },
  ...{
    documents: 1,
    disclosures: 2,
    unchecked: 0,
    departments: 1,
    projects: 4,
    indicators: 10,
    statements: 0,
  },
  ...{ amount_fen: 1_250_000, without_amount: 0, findings: 3 },
  ...given,
});

const cells = (measure: Parameters<typeof tabulate>[0], ...found: PlaceYear[]) =>
  tabulate(measure, found).places.map((place) => place.cells);

describe('a table of places and years', () => {
  it('has every year once, in order, the unknown last, and blanks where nothing was disclosed', () => {
    const { years, places } = tabulate('projects', [
      seen({ year: null }),
      seen({ year: 2024, projects: 0 }),
      seen({ province: '临川省', year: 2022 }),
    ]);
    expect(years).toEqual([2022, 2024, null]);
    const nothing = { value: null, why: 'not-disclosed' };
    expect(places.map((place) => place.cells)).toEqual([
      [nothing, { value: 0, isPartial: false }, { value: 4, isPartial: false }],
      [{ value: 4, isPartial: false }, nothing, nothing],
    ]);
  });

  it.each([
    ['amount', {}, { value: 1.25, isPartial: false }],
    ['amount', { without_amount: 1 }, { value: 1.25, isPartial: true }],
    ['amount', { amount_fen: null }, { value: null, why: 'no-amount' }],
    ['amount', { amount_fen: null, projects: 0 }, { value: null, why: 'no-projects' }],
    ['findings', {}, { value: 3, isPartial: false }],
    ['findings', { unchecked: 1 }, { value: 3, isPartial: true }],
    ['findings', { unchecked: 2 }, { value: null, why: 'not-checked' }],
    ['findings-per-100-projects', {}, { value: 75, isPartial: false }],
    ['findings-per-100-projects', { projects: 0 }, { value: null, why: 'no-projects' }],
    ['findings-per-100-projects', { unchecked: 2 }, { value: null, why: 'not-checked' }],
    ['indicators-per-project', {}, { value: 2.5, isPartial: false }],
    ['statements', {}, { value: 0, isPartial: false }],
  ] as const)('%s of %j', (measure, given, cell) => {
    expect(cells(measure, seen(given))).toEqual([[cell]]);
  });
});
