import { decimalsShown, MEASURES, type TabulatedPlace, type Tabulation } from '../../model/tabulation.js';
import type { Column, Row } from '../row.js';

const isUnknown = ({ province, city, region }: Row): boolean => (province ?? city ?? region ?? null) === null;

const PLACE: readonly Column[] = [
  { name: 'province', title: '省', as: (row) => (isUnknown(row) ? { blank: '地区未定' } : undefined) },
  { name: 'city', title: '市' },
  { name: 'region', title: '地区' },
  { name: 'region_code', title: '行政区划代码', whole: true },
];

const nameOf = (year: number | null): string => `year_${year ?? 'unknown'}`;

export const yearHead = (year: number | null): string => (year === null ? '年度未定' : `${year} 年`);

/** Columns of the places it tells apart, then one a year. */
export function tabulationColumns({ measure, years, places }: Tabulation): Column[] {
  const { unit } = MEASURES[measure];
  const isTold = (name: string): boolean =>
    places.some((place) => place[name as keyof TabulatedPlace] !== null);
  return [
    ...PLACE.filter(({ name }) => name === 'province' || isTold(name)),
    ...years.map((year) => ({
      name: nameOf(year),
      title: yearHead(year),
      ...(unit === '万元' ? { unit } : {}),
      decimals: decimalsShown(measure),
    })),
  ];
}

/** A row a place; what is not known is blank. */
export const tabulationRows = ({ years, places }: Tabulation): Row[] =>
  places.map(({ province, city, region, region_code, cells }) => ({
    ...{ province, city, region, region_code },
    ...Object.fromEntries(years.map((year, n) => [nameOf(year), cells[n]?.value ?? null])),
  }));
