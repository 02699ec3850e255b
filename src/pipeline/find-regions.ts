import { findRegionByCode, findRegionsByName } from '../../normalizers/parse/region/find-region.js';
import type { Region } from '../model/disclosure.js';

/**
 * Regions a user may mean: by six-digit code (also 2 or 4 digits) or by name, in the given year. Several where a name is
 * ambiguous, none where unknown.
 */
export function findRegions(text: string, year: number | null = null): Region[] {
  if (!/^\d+$/.test(text)) return findRegionsByName(text, year);
  const region = /^\d{2}(\d{2}){0,2}$/.test(text) ? findRegionByCode(text.padEnd(6, '0'), year) : null;
  return region ? [region] : [];
}
