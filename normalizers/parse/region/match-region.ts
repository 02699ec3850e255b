import { type NamedRow, type RegionRow, regionBook } from './region-book.js';
import { levelOf, type NameForm } from './region-names.js';

export interface RegionMatch {
  /** Characters matched, parents included. */
  length: number;
  /** What the last name can mean, below the parents before it; several where it is ambiguous. */
  rows: RegionRow[];
  /** Form of the last name. */
  form: NameForm;
}

export interface MatchOptions {
  /** Names in use in this year come first; null: today's. */
  year: number | null;
  /** Accept counties and autonomous prefectures without the word for their level (石峰), behind a parent or alone. */
  countyShortNames?: boolean;
}

/**
 * The longest chain of region names that begins at `start`: `湖南省株洲市石峰区`, `株洲市石峰区`, `永宁县`, `长沙`. White space and
 * `/·、-` may stand between the names. Null where none begins there.
 */
export function matchRegionAt(text: string, start: number, options: MatchOptions): RegionMatch | null {
  return extend(text, start, null, options);
}

/** Every chain of a text from left to right, not overlapping. */
export function matchRegions(text: string, options: MatchOptions): (RegionMatch & { start: number })[] {
  const found: (RegionMatch & { start: number })[] = [];
  for (let start = 0; start < text.length - 1; ) {
    const match = matchRegionAt(text, start, options);
    if (match) found.push({ ...match, start });
    start += match?.length ?? 1;
  }
  return found;
}

function extend(
  text: string,
  start: number,
  parents: readonly RegionRow[] | null,
  options: MatchOptions,
): RegionMatch | null {
  const { byName, heads, longestName } = regionBook();
  if (!heads.has(text.slice(start, start + 2))) return null;
  let best: RegionMatch | null = null;
  for (let length = Math.min(longestName, text.length - start); length >= 2; length--) {
    const named = byName.get(text.slice(start, start + length));
    if (!named) continue;
    const fitting = named.filter(
      (entry) =>
        (!parents || parents.some((parent) => isBelow(entry.row, parent))) &&
        mayStand(entry, text.slice(start + length, start + length + 2), options),
    );
    const rows = inYear(
      fitting.map(({ row }) => row),
      options.year,
    );
    const [first] = fitting;
    if (!first || rows.length === 0) continue;
    const gap = /^[\s/·、-]*/.exec(text.slice(start + length))?.[0].length ?? 0;
    const deeper = extend(text, start + length + gap, rows, options);
    const match: RegionMatch = deeper
      ? { ...deeper, length: length + gap + deeper.length }
      : { length, rows, form: first.form };
    if (!best || match.length > best.length) best = match;
  }
  return best;
}

/** Is the first region below the second? */
export function isBelow(row: RegionRow, parent: RegionRow): boolean {
  if (row.code === parent.code) return false;
  const level = levelOf(parent);
  if (level === 'county') return false;
  return row.code.startsWith(parent.code.slice(0, level === 'province' ? 2 : 4));
}

function mayStand({ row, form }: NamedRow, after: string, options: MatchOptions): boolean {
  if (form !== 'short') return true;
  if (regionBook().words.placeTails.some((tail) => after.startsWith(tail))) return false;
  const isCity = levelOf(row) === 'prefecture' && row.name.endsWith('市');
  return isCity || levelOf(row) === 'province' || options.countyShortNames === true;
}

/** Rows in use in the year, or at least the year before or after, one for each place; all where none is. */
function inYear(rows: readonly RegionRow[], year: number | null): RegionRow[] {
  const used = rows.filter((row) => isInUse(row, year, 1));
  const places = new Map<string, RegionRow>();
  for (const row of used.length > 0 ? used : rows) {
    const place = `${row.code.slice(0, levelOf(row) === 'county' ? 4 : 6)} ${row.name}`;
    const known = places.get(place);
    if (!known || isBetter(row, known, year)) places.set(place, row);
  }
  return [...places.values()];
}

const isInUse = ({ first, last }: RegionRow, year: number | null, slack: number): boolean =>
  year === null ? last === null : first - slack <= year && (last === null || year <= last + slack);

/** The same place under two codes: the one in use in the very year, then the newer one. */
function isBetter(row: RegionRow, other: RegionRow, year: number | null): boolean {
  const exact = Number(isInUse(row, year, 0)) - Number(isInUse(other, year, 0));
  return exact === 0 ? row.first > other.first : exact > 0;
}
