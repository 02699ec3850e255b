import { describeRegion } from '../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../normalizers/parse/region/region-book.js';
import type { Region } from '../model/disclosure.js';

/**
 * Counties, districts and county-level cities below a code in a year, by code; none below a county. The level of a city or a
 * province itself is not among them.
 */
export function listCounties(code: string, year: number): Region[] {
  const prefix = code.replace(/(00)+$/, '');
  if (prefix.length === code.length) return [];
  return [...regionBook().byCode.values()]
    .flat()
    .filter((row) => row.code.startsWith(prefix) && !row.code.endsWith('00'))
    .filter(({ first, last }) => first <= year && (last === null || year <= last))
    .map((row) => describeRegion(row, year))
    .sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
}
