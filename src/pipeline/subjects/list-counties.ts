import { describeRegion } from '../../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../../normalizers/parse/region/region-book.js';
import type { Region } from '../../model/disclosure.js';

/** The last year all codes are known of, and the lists after it (data/regions/changes.json). */
const LISTED = [2015, 2019, 2020, 2024];

/**
 * Counties, districts and county-level cities below a code in a year, by code; none below a county. The level of a city or a
 * province itself is not among them. Where the year a code ended is only known to lie between two lists, what came after it
 * counts from the earliest year it may have begun, and the code itself no longer: no area is counted twice.
 */
export function listCounties(code: string, year: number): Region[] {
  const prefix = code.replace(/(00)+$/, '');
  if (prefix.length === code.length) return [];
  return [...regionBook().byCode.values()]
    .flat()
    .filter((row) => row.code.startsWith(prefix) && !row.code.endsWith('00'))
    .filter(({ first, last }) => first <= year && (last === null || year <= lastSeen(last)))
    .map((row) => describeRegion(row, year))
    .sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
}

/** The last year a retired code is known to have been in use, from the last year it may have been. */
const lastSeen = (last: number): number => LISTED.filter((year) => year < last).at(-1) ?? last;
