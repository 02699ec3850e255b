import { type CountedRegion, countDepartments } from '../compare/coverage/count-departments.js';
import { coverageOf } from '../compare/coverage/coverage-of.js';
import type { Coverage, LevelCounts, ListedPlace, PlaceCoverage } from '../model/coverage.js';
import type { Region } from '../model/disclosure.js';
import type { Store } from '../model/ports/store.js';
import { listCounties } from '../pipeline/subjects/list-counties.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';

/** Which forms the departments of a region have published for a year, and who has not. */
export interface RegionForms {
  region: Region;
  /** Years the store has of the region, the newest first. */
  years: number[];
  /** null: the store has nothing of the region for the year. */
  coverage: Coverage | null;
}

/** Who has published for a year: counts level by level, and the departments of the region itself with their forms. */
export interface RegionCoverage {
  region: Region;
  year: number;
  /** Years the store has of the region, the newest first. */
  years: number[];
  counts: LevelCounts;
  /** Of the region itself, not of the places below it; null: it published nothing. */
  own: PlaceCoverage | null;
}

/**
 * Every place of a region with the forms of every department.
 * @param year the newest the store has by default
 * @param stage of all stages by default
 * @throws QueryError where the words mean no region or several
 */
export async function coverage(
  store: Store,
  named: string,
  year?: number,
  stage?: string,
): Promise<RegionForms> {
  const { region, code, years } = await seenIn(store, named, year, stage);
  const wanted = year ?? years[0];
  if (wanted === undefined || !years.includes(wanted)) return { region, years, coverage: null };
  const scope = counted(region, wanted);
  const ofYear = { region: code, year: wanted, stage };
  const [formRows, seen] = [await store.formRows(ofYear), await store.departmentsSeen({})];
  return { region, years, coverage: coverageOf(scope, formRows, seen, await store.statementRows(ofYear)) };
}

/**
 * The departments of a region with their forms, and counts of those of the places below it, which a page can wait for.
 * @param year the newest the store has by default
 * @param stage of all stages by default
 * @returns null where the store has nothing of the region
 * @throws QueryError where the words mean no region or several
 */
export async function coverageByPlace(
  store: Store,
  named: string,
  year?: number,
  stage?: string,
): Promise<RegionCoverage | null> {
  const { region, code, seen, years } = await seenIn(store, named, year, stage);
  const wanted = year ?? years[0];
  if (wanted === undefined) return null;
  const scope = counted(region, wanted);
  const own = scope.listed.length === 0 ? undefined : code;
  const ofYear = { region: code, year: wanted, stage };
  const forms = await store.formRows(ofYear, own);
  const statements = await store.statementRows(ofYear, undefined, own);
  const { places } = coverageOf(scope, forms, await store.departmentsSeen({}), statements);
  return { region, year: wanted, years, counts: countDepartments(scope, seen), own: places[0] ?? null };
}

const counted = (region: Region, year: number): CountedRegion => ({
  region: region.name,
  regionCode: region.code,
  year,
  listed: placesBelow(region, year),
});

async function seenIn(store: Store, named: string, year?: number, stage?: string) {
  const region = regionNamed(named, year);
  const code = region.code ?? region.name;
  const seen = await store.departmentsSeen({ region: code, stage });
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
