import { alternation } from '../alternation.js';
import { parseDepartment } from '../department/parse-department.js';
import { findRow } from './find-region.js';
import { matchRegionAt } from './match-region.js';
import { type RegionRow, regionBook } from './region-book.js';

/**
 * The word with which a department names its own place without saying which: 区委政法委 → 区, 自治区教育厅 → 自治区,
 * 县信访局 → 县. The first name that has one decides; null where none has.
 */
export function levelHint(names: readonly string[]): string | null {
  for (const text of names) {
    const parsed = parseDepartment(text);
    for (const name of [parsed?.name, parsed?.agency]) {
      const word = name ? levelWordOf(name) : null;
      if (word) return word;
    }
  }
  return null;
}

function levelWordOf(name: string): string | null {
  const { levelWords, notLevelWords, organTails } = regionBook().words;
  if (notLevelWords.some((word) => name.startsWith(word)) || matchRegionAt(name, 0, { year: null }))
    return null;
  const match = new RegExp(`^(${alternation(levelWords)}).*(?:${alternation(organTails)})(?:本级)?$`).exec(
    name,
  );
  const word = match?.[1] ?? null;
  return word === '区' && /厅$/.test(name) ? '自治区' : word;
}

/** Does the region carry the word? 自治县 is a 县, 自治区 is no 区. */
export function hasLevel({ name }: RegionRow, word: string): boolean {
  if (!name.endsWith(word)) return false;
  return word !== '区' || !(name.endsWith('自治区') || name.endsWith('地区') || name.endsWith('行政区'));
}

/** The regions above, nearest first. */
export function ancestorsOf(row: RegionRow, year: number | null): RegionRow[] {
  return [`${row.code.slice(0, 4)}00`, `${row.code.slice(0, 2)}0000`]
    .flatMap((code) => findRow(code, year) ?? [])
    .filter(({ code }) => code !== row.code);
}
