import type { LevelCounts, ListedPlace, PlaceCount, SeenDepartment } from '../../model/coverage.js';
import { groupBy } from '../group-by.js';

/** A region whose levels are counted: its code, and the places of county rank below it. */
export interface CountedRegion {
  region: string;
  regionCode: string | null;
  year: number;
  listed: readonly ListedPlace[];
}

/**
 * Departments of a region of a year, its own and those of the places below it. Forms are not looked at. What has no places below
 * it has one level, under whatever names it had.
 */
export function countDepartments(
  { region, regionCode, year, listed }: CountedRegion,
  seen: readonly SeenDepartment[],
): LevelCounts {
  const ofYear = seen.filter((each) => each.year === year);
  const places = [...groupBy(ofYear, ({ regionCode: code, region: name }) => code ?? name).values()].map(
    (ofPlace): PlaceCount => ({
      region: ofPlace[0]?.region ?? null,
      regionCode: ofPlace[0]?.regionCode ?? null,
      departments: new Set(ofPlace.map(({ departmentKey }) => departmentKey)).size,
    }),
  );
  const isOwn = (place: PlaceCount): boolean => listed.length === 0 || place.regionCode === regionCode;
  const published = new Set(places.map(({ regionCode: code }) => code));
  return {
    region,
    year,
    own: places.filter(isOwn).reduce((sum, { departments }) => sum + departments, 0),
    below: places
      .filter((place) => !isOwn(place))
      .sort((a, b) => ((a.regionCode ?? '~') < (b.regionCode ?? '~') ? -1 : 1)),
    listed: listed.length,
    missingPlaces: listed.filter(({ code }) => !published.has(code)),
  };
}
