import { countDepartments, type PlaceCount } from '../../../compare/coverage/count-departments.js';
import { coverageOf } from '../../../compare/coverage/coverage-of.js';
import type { ListedPlace, PlaceCoverage } from '../../../model/coverage.js';
import type { Region } from '../../../model/disclosure.js';
import { listCounties } from '../../../pipeline/subjects/list-counties.js';
import { regionNamed } from '../../../pipeline/subjects/region-named.js';
import type { Store } from '../../../store/open-store.js';

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
 * @param year the newest the store has by default
 * @returns null where the store has nothing of the region
 * @throws QueryError where the words mean no region or several
 */
export async function readCoverage(
  store: Store,
  named: string,
  year?: number,
): Promise<RegionCoverage | null> {
  const region = regionNamed(named, year);
  const code = region.code ?? region.name;
  const seen = await store.departmentsSeen({ region: code });
  const years = [...new Set(seen.flatMap((each) => each.year ?? []))].sort((a, b) => b - a);
  const wanted = year ?? years[0];
  if (wanted === undefined) return null;
  const listed = (region.code === null ? [] : listCounties(region.code, wanted)).map(
    (each): ListedPlace => ({ code: each.code ?? '', name: each.name, city: each.city }),
  );
  if (listed.length > 0) {
    const counted = countDepartments(seen, wanted, listed);
    return { region, year: wanted, years, shown: { kind: 'places', ...counted, listed: listed.length } };
  }
  const { places } = coverageOf(
    { region: region.name, year: wanted, listed: [] },
    await store.formRows({ region: code, year: wanted }),
    await store.departmentsSeen({}),
  );
  return { region, year: wanted, years, shown: { kind: 'place', place: places[0] ?? null } };
}
