import { countDepartments, type PlaceCount } from '../compare/coverage/count-departments.js';
import { coverageOf } from '../compare/coverage/coverage-of.js';
import type { Coverage, ListedPlace, PlaceCoverage } from '../model/coverage.js';
import type { Region } from '../model/disclosure.js';
import type { Store } from '../model/ports/store.js';
import { listCounties } from '../pipeline/subjects/list-counties.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';

export type { PlaceCount };

/** Which forms the departments of a region have published for a year, and who has not. */
export interface RegionForms {
  region: Region;
  /** Years the store has of the region, the newest first. */
  years: number[];
  /** null: the store has nothing of the region for the year. */
  coverage: Coverage | null;
}

/** Who has published for a year: the places of a region, or the departments of one place. */
export interface RegionCoverage {
  region: Region;
  year: number;
  /** Years the store has of the region, the newest first. */
  years: number[];
  shown:
    | { kind: 'places'; places: PlaceCount[]; missingPlaces: ListedPlace[]; listed: number }
    | { kind: 'place'; place: PlaceCoverage | null };
}

/**
 * Every place of a region with the forms of every department.
 * @param year the newest the store has by default
 * @throws QueryError where the words mean no region or several
 */
export async function coverage(store: Store, named: string, year?: number): Promise<RegionForms> {
  const { region, code, years } = await seenIn(store, named, year);
  const wanted = year ?? years[0];
  if (wanted === undefined || !years.includes(wanted)) return { region, years, coverage: null };
  const scope = { region: region.name, year: wanted, listed: placesBelow(region, wanted) };
  const ofYear = { region: code, year: wanted };
  const [formRows, seen] = [await store.formRows(ofYear), await store.departmentsSeen({})];
  return { region, years, coverage: coverageOf(scope, formRows, seen, await store.statementRows(ofYear)) };
}

/**
 * The places of a region with counts of their departments; of a region without places below it the forms.
 * @param year the newest the store has by default
 * @returns null where the store has nothing of the region
 * @throws QueryError where the words mean no region or several
 */
export async function coverageByPlace(
  store: Store,
  named: string,
  year?: number,
): Promise<RegionCoverage | null> {
  const { region, code, seen, years } = await seenIn(store, named, year);
  const wanted = year ?? years[0];
  if (wanted === undefined) return null;
  const listed = placesBelow(region, wanted);
  if (listed.length > 0) {
    const counted = countDepartments(seen, wanted, listed);
    return { region, year: wanted, years, shown: { kind: 'places', ...counted, listed: listed.length } };
  }
  const scope = { region: region.name, year: wanted, listed: [] };
  const ofYear = { region: code, year: wanted };
  const [formRows, statements] = [await store.formRows(ofYear), await store.statementRows(ofYear)];
  const { places } = coverageOf(scope, formRows, await store.departmentsSeen({}), statements);
  return { region, year: wanted, years, shown: { kind: 'place', place: places[0] ?? null } };
}

async function seenIn(store: Store, named: string, year?: number) {
  const region = regionNamed(named, year);
  const code = region.code ?? region.name;
  const seen = await store.departmentsSeen({ region: code });
  const years = [...new Set(seen.flatMap((each) => each.year ?? []))].sort((a, b) => b - a);
  return { region, code, seen, years };
}

/** Places of county rank that stood below it in a year. */
const placesBelow = ({ code }: Region, year: number): ListedPlace[] =>
  (code === null ? [] : listCounties(code, year)).map((each) => ({
    code: each.code ?? '',
    name: each.name,
    city: each.city,
  }));
