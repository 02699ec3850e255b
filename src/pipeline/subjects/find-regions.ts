import { findRegionByCode, findRegionsByName } from '../../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../../normalizers/parse/region/region-book.js';
import type { Region } from '../../model/disclosure.js';

/**
 * Regions a user may mean: by six-digit code (also 2 or 4 digits, or in brackets behind a name) or by name, in the given year.
 * Several where a name is ambiguous, none where unknown.
 */
export function findRegions(text: string, year: number | null = null): Region[] {
  const code = /^(\d{2}(?:\d{2}){0,2})$|（(\d{6})）$/.exec(text.trim());
  if (!code) return /^\d+$/.test(text) ? [] : findRegionsByName(text, year);
  const region = findRegionByCode((code[1] ?? code[2] ?? '').padEnd(6, '0'), year);
  return region ? [region] : [];
}

/** Every word that may name a region: full names, and short ones. */
export const regionWords = (): string[] => [...regionBook().byName.keys()];
