import { groupPlaces, mapCountry } from '../compare/coverage/place-map.js';
import type { Region } from '../model/disclosure.js';
import type { CountryMap, PlaceGroup } from '../model/place-map.js';
import type { Questions } from '../model/ports/questions.js';
import { listCounties } from '../pipeline/subjects/list-counties.js';
import { provinceTiles } from '../pipeline/subjects/province-tiles.js';

/** What the provinces disclosed for a year, each with all places below it. */
export const countryMap = async (store: Questions, year: number): Promise<CountryMap> =>
  mapCountry(year, provinceTiles(), await store.publishedPlaces({ year }));

/** What the places below a region disclosed for a year, by city; none below a county. */
export async function placesBelow(store: Questions, region: Region, year: number): Promise<PlaceGroup[]> {
  const { code } = region;
  const listed = code === null ? [] : listCounties(code, year);
  if (code === null || listed.length === 0) return [];
  return groupPlaces(
    region,
    listed.map((each) => ({ code: each.code ?? '', name: each.name, city: each.city })),
    await store.publishedPlaces({ region: code, year }),
  );
}
