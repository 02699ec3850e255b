import type { ListedPlace, SeenDepartment } from '../../model/coverage.js';
import { groupBy } from '../group-by.js';

/** How many departments a place published for a year. */
export interface PlaceCount {
  region: string | null;
  regionCode: string | null;
  departments: number;
}

/** Places of a region with their departments of a year, and the listed places that have none. Forms are not looked at. */
export function countDepartments(
  seen: readonly SeenDepartment[],
  year: number,
  listed: readonly ListedPlace[],
): { places: PlaceCount[]; missingPlaces: ListedPlace[] } {
  const ofYear = seen.filter((each) => each.year === year);
  const places = [...groupBy(ofYear, ({ regionCode, region }) => regionCode ?? region).values()].map(
    (ofPlace): PlaceCount => ({
      region: ofPlace[0]?.region ?? null,
      regionCode: ofPlace[0]?.regionCode ?? null,
      departments: new Set(ofPlace.map(({ departmentKey }) => departmentKey)).size,
    }),
  );
  const published = new Set(places.map(({ regionCode }) => regionCode));
  return {
    places: places.sort((a, b) => ((a.regionCode ?? '~') < (b.regionCode ?? '~') ? -1 : 1)),
    missingPlaces: listed.filter(({ code }) => !published.has(code)),
  };
}
