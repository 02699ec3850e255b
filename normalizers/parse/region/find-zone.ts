import { alternation } from '../alternation.js';
import { type RegionRow, regionBook, shortNameOf } from './region-book.js';
import { startsWithOffice } from './starts-with-office.js';

/** A place without a code, named behind its parent or known by its own name. */
export interface ZoneMatch {
  name: string;
  /** Code of the region it lies in; null where the region printed before it says so. */
  parent: string | null;
}

/**
 * A development zone named at the beginning of `text`, which stands behind the region `parent` (null: nothing stands before
 * it, and only the zones of data/regions/zones.json are known). A zone without a name of its own takes its parent's:
 * 长沙市|高新区 → 长沙高新区.
 */
export function findZone(text: string, parent: RegionRow | null): ZoneMatch | null {
  const { zones, words } = regionBook();
  if (!parent) {
    const known = zones.find(({ name }) => text.startsWith(name));
    return known && isPlace(text.slice(known.name.length)) ? known : null;
  }
  const match = zonePattern().exec(text);
  const zone = match?.[0];
  if (!zone || words.zoneStopWords.some((word) => zone.includes(word))) return null;
  if (!isPlace(text.slice(zone.length))) return null;
  const isGeneric = words.zoneSuffixes.includes(zone);
  return { name: isGeneric ? `${shortNameOf(parent)}${zone}` : zone, parent: null };
}

let pattern: RegExp | undefined;

function zonePattern(): RegExp {
  pattern ??= new RegExp(`^\\p{Script=Han}{0,6}?(?:${alternation(regionBook().words.zoneSuffixes)})`, 'u');
  return pattern;
}

/** Behind a place stands an office, a year or nothing; 新区建设办公室 is an office about a zone. */
function isPlace(after: string): boolean {
  const { zoneTails } = regionBook().words;
  if (zoneTails.some((tail) => after.startsWith(tail))) return false;
  return after === '' || /^[（(]?(19|20)\d\d/.test(after) || startsWithOffice(after);
}
