import type { Measure, PlaceYear, Tabulated, TabulatedPlace, Tabulation } from '../model/tabulation.js';

/** 分 in 万元. */
const FEN_A_WAN = 1_000_000;

/**
 * One measure of places and years as a table; rows and columns stand in the order of places and years. What was not disclosed, not
 * checked or not printed stays blank: it is not 0.
 */
export function tabulate(measure: Measure, found: readonly PlaceYear[]): Tabulation {
  const years = [...new Set(found.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const places = new Map<string, { place: PlaceYear; years: Map<number | null, PlaceYear> }>();
  for (const each of found) {
    const key = JSON.stringify([each.province, each.city, each.region, each.region_code]);
    const known = places.get(key) ?? { place: each, years: new Map() };
    places.set(key, known);
    known.years.set(each.year, each);
  }
  return {
    measure,
    years,
    places: [...places.values()].map(
      ({ place: { province, city, region, region_code }, years: known }): TabulatedPlace => ({
        ...{ province, city, region, region_code },
        cells: years.map((year) => cellOf(measure, known.get(year))),
      }),
    ),
  };
}

function cellOf(measure: Measure, found: PlaceYear | undefined): Tabulated {
  if (!found) return { value: null, why: 'not-disclosed' };
  switch (measure) {
    case 'amount':
      return found.amount_fen === null
        ? { value: null, why: found.projects === 0 ? 'no-projects' : 'no-amount' }
        : { value: found.amount_fen / FEN_A_WAN, isPartial: found.without_amount > 0 };
    case 'findings':
      return ofFindings(found, found.findings);
    case 'findings-per-100-projects':
      return perProject(found, () => ofFindings(found, (found.findings / found.projects) * 100));
    case 'indicators-per-project':
      return perProject(found, () => ({ value: found.indicators / found.projects, isPartial: false }));
    default:
      return { value: found[measure], isPartial: false };
  }
}

const ofFindings = ({ unchecked, disclosures }: PlaceYear, value: number): Tabulated =>
  unchecked === disclosures ? { value: null, why: 'not-checked' } : { value, isPartial: unchecked > 0 };

const perProject = ({ projects }: PlaceYear, value: () => Tabulated): Tabulated =>
  projects === 0 ? { value: null, why: 'no-projects' } : value();
