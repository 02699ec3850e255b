import type { Region } from '../../model/disclosure.js';
import type { CountryMap, MappedPlace, MappedProvince, PlaceGroup } from '../../model/place-map.js';
import { type PublishedPlace, placesTogether } from '../../model/published-place.js';
import { groupBy } from '../group-by.js';

/** Where the squares of the provinces stand. */
export type Square = Omit<MappedProvince, 'figures' | 'code'> & { code: string };

const PROVINCE_DIGITS = 2;
const CITY_DIGITS = 4;

/** All places of a year put together by province. */
export function mapCountry(
  year: number,
  squares: readonly Square[],
  places: readonly PublishedPlace[],
): CountryMap {
  const byProvince = groupBy(places, ({ province }) => province);
  const named = new Set(squares.map(({ name }) => name));
  return {
    year,
    provinces: squares.map((square) => ({
      ...square,
      figures: placesTogether(byProvince.get(square.name) ?? []),
    })),
    others: [...byProvince].flatMap(([name, below]) =>
      name === null || named.has(name)
        ? []
        : [{ code: provinceCode(below), name, figures: placesTogether(below) }],
    ),
    unplaced: placesTogether(byProvince.get(null) ?? []),
  };
}

/** 99 → 990000; null where none of its places has a code. */
function provinceCode(places: readonly PublishedPlace[]): string | null {
  const code = places.flatMap(({ regionCode }) => regionCode ?? [])[0];
  return code === undefined ? null : code.slice(0, PROVINCE_DIGITS).padEnd(code.length, '0');
}

/**
 * The places below a region by city: those of the list and others with something. The region itself is left out.
 * @param listed places of county rank that stood below it in the year
 */
export function groupPlaces(
  region: Region,
  listed: readonly { code: string; name: string; city: string | null }[],
  places: readonly PublishedPlace[],
): PlaceGroup[] {
  const below = places.filter(({ regionCode, region: name }) => regionCode !== region.code && name !== null);
  const isCity = ({ regionCode }: PublishedPlace): boolean => regionCode?.endsWith('00') ?? false;
  const cities = below.filter(isCity);
  const published = new Map(below.map((place) => [place.regionCode, place]));
  const known = new Set(listed.map(({ code }) => code));
  const members = [
    ...listed.map(({ code, name, city }) => ({
      city,
      place: { code, name, figures: placesTogether(maybe(published.get(code))) },
    })),
    ...below
      .filter((place) => !isCity(place) && !known.has(place.regionCode ?? ''))
      .map((place) => ({ city: place.city, place: mapped(place) })),
  ];
  const groups = groupBy(members, ({ city }) => city ?? region.name);
  for (const { region: name } of cities) if (name !== null && !groups.has(name)) groups.set(name, []);
  return [...groups].map(([name, found]) => ({
    name,
    code: name === region.name ? null : cityCode(found[0]?.place.code ?? codeOf(cities, name)),
    city: maybe(cities.find((place) => place.region === name)).map(mapped)[0] ?? null,
    places: found.map(({ place }) => place),
  }));
}

const codeOf = (places: readonly PublishedPlace[], name: string): string | null =>
  places.find(({ region }) => region === name)?.regionCode ?? null;

/** 430204 → 430200 */
const cityCode = (code: string | null): string | null =>
  code === null ? null : code.slice(0, CITY_DIGITS).padEnd(code.length, '0');

const maybe = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

const mapped = (place: PublishedPlace): MappedPlace => ({
  code: place.regionCode,
  name: place.region ?? '',
  figures: placesTogether([place]),
});
