import { ancestorsOf, hasLevel } from './level-hint.js';
import { isBelow } from './match-region.js';
import type { ParentsSeen } from './parents-seen.js';
import { type RegionRow, regionBook, shortNameOf } from './region-book.js';
import type { Suggestion } from './region-clues.js';
import { levelOf } from './region-names.js';

/** What is known so far. */
export interface RegionSearch {
  /** What the best clue can mean; null: nothing named yet. */
  open: readonly RegionRow[] | null;
  /** The clue that named it. */
  suggestion: Suggestion | null;
  /** The region lies below one of these, or is one. */
  above: readonly RegionRow[] | null;
  /** The first clue that holds only a short name (长沙), which nothing confirms. */
  unconfirmed: Suggestion | null;
}

export interface SearchContext {
  /** 区, 县, 市 …: the level the department's own words tell; null where they tell none. */
  hint: string | null;
  year: number | null;
  seen: ParentsSeen;
}

/** Takes one more clue into account. */
export function narrowSearch(
  search: RegionSearch,
  suggestion: Suggestion,
  context: SearchContext,
): RegionSearch {
  const rows = fitLevel(suggestion, context);
  if (!rows) return { ...search, ...asParents(search, suggestion.rows) };
  if (outweighsPage(suggestion, search)) return search;
  const confirmed = rows.filter((row) => isConfirmed(row, suggestion, context));
  if (confirmed.length === 0) return { ...search, unconfirmed: search.unconfirmed ?? suggestion };
  const possible = confirmed.filter((row) => isWithin(row, search.above));
  if (possible.length === 0) return search;
  if (!search.open) return { ...search, open: possible, suggestion };

  const { open } = search;
  const fromCode = search.suggestion?.from === 'project-code';
  const common = open.filter((row) => possible.some(({ code }) => code === row.code));
  if (common.length > 0) {
    const isExacter = fromCode && suggestion.zone !== null;
    return { ...search, open: common, ...(isExacter ? { suggestion } : {}) };
  }
  const inside = possible.filter((row) => isWithin(row, open));
  if (fromCode && suggestion.from === 'department-name' && inside.length === 1) {
    return { ...search, open: inside, suggestion };
  }
  return { ...search, ...asParents(search, possible) };
}

/** A folder or file name that names another place than the page does, be it by a short name only. */
function outweighsPage({ rows, from }: Suggestion, { open, unconfirmed }: RegionSearch): boolean {
  if (open || !unconfirmed || !FROM_PATH.has(from) || FROM_PATH.has(unconfirmed.from)) return false;
  if (!hasOwnShortName(unconfirmed.rows)) return false;
  return !rows.some((row) =>
    unconfirmed.rows.some((other) => row.code === other.code || isBelow(row, other) || isBelow(other, row)),
  );
}

const FROM_PATH: ReadonlySet<Suggestion['from']> = new Set(['archive', 'folder', 'file-name']);

/**
 * The rows of the level the department's words tell, or the places of that level above them (市教育局 beside 石峰区 → 株洲市);
 * null where the suggestion can only be a parent: it lies above that level, or is a container (a folder of a province).
 */
function fitLevel(suggestion: Suggestion, { hint, year }: SearchContext): readonly RegionRow[] | null {
  const { rows, from } = suggestion;
  if (!hint) {
    const isContainer = from === 'folder' || from === 'archive';
    return isContainer && rows.some((row) => levelOf(row) !== 'county') ? null : rows;
  }
  const fitting = rows.filter((row) => hasLevel(row, hint));
  if (fitting.length > 0) return fitting;
  const above = rows.flatMap((row) => ancestorsOf(row, year)).filter((row) => hasLevel(row, hint));
  const distinct = [...new Map(above.map((row) => [row.code, row])).values()];
  return distinct.length > 0 ? distinct : null;
}

/** A region named for another level: what is open must lie below it, if anything does. */
function asParents(search: RegionSearch, rows: readonly RegionRow[]): Partial<RegionSearch> {
  if (!search.open) return { above: search.above ?? rows };
  const below = search.open.filter((row) => rows.some((parent) => isBelow(row, parent)));
  return below.length > 0 ? { open: below } : {};
}

const isWithin = (row: RegionRow, above: readonly RegionRow[] | null): boolean =>
  !above || above.some((parent) => parent.code === row.code || isBelow(row, parent));

/** A short name (长沙) needs its full form, or its province, in another clue. */
function isConfirmed(row: RegionRow, { short }: Suggestion, { seen }: SearchContext): boolean {
  const province = `${row.code.slice(0, 2)}0000`;
  return (
    !short || [seen.inNames(), seen.inTexts()].some((codes) => codes.has(row.code) || codes.has(province))
  );
}

/** Does no place of another city share the short name (none shares 长沙, a district 中山)? */
export function hasOwnShortName(rows: readonly RegionRow[]): boolean {
  const [row, ...others] = rows;
  if (!row || others.length > 0) return false;
  const named = regionBook().byName.get(shortNameOf(row)) ?? [];
  return named.every(
    (other) => other.row.last !== null || other.row.code.slice(0, 4) === row.code.slice(0, 4),
  );
}
