import { regionHeirs } from './region-heirs.js';

/** Where something is, as rows of views and comparisons say it. */
interface Placed {
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
}

/**
 * One key for a place under its names of all years: today's code of it (that of the heir where the code is retired and has one
 * heir), else its name with those above it. Two places of one name have two keys.
 */
export function placeKey({ province, city, region, regionCode }: Placed): string {
  if (regionCode === null) return [province, city, region].map((name) => name ?? '').join('/');
  return todaysCode(regionCode);
}

function todaysCode(code: string): string {
  const heirs = regionHeirs().filter((each) => each.code === code);
  const [heir] = heirs;
  return heir && heirs.length === 1 && heir.heir !== code ? todaysCode(heir.heir) : code;
}
