import type { Basis, Region } from '../../../src/model/disclosure.js';
import { parseDepartment } from '../department/parse-department.js';
import { describeRegion, describeZone } from './find-region.js';
import { levelHint } from './level-hint.js';
import { matchRegions } from './match-region.js';
import { hasOwnShortName, narrowSearch, type RegionSearch } from './narrow-search.js';
import { narrowByParents, parentsSeen } from './parents-seen.js';
import { type RegionRow, regionBook } from './region-book.js';
import { type RegionClues, type Suggestion, suggestionsOf } from './region-clues.js';

export type InferredRegion =
  | { region: Region; basis: Basis }
  | {
      region: null;
      /** What the clues leave open: 鼓楼区 of four cities, or the city whose county is not named. */
      candidates: Region[];
    };

/**
 * The place a disclosure is about, from the best clue that names one: project codes, department names, agencies, titles,
 * lines of text, file name, folders, archive. Later clues only choose among what an earlier one leaves open (鼓楼区 … 福州市);
 * a place that contradicts it is another place mentioned in passing. A department inside the region of the codes makes it
 * more exact (projects of the province carried out by a county). A clue above the level that the department's own words
 * tell (区委政法委 beside 株洲市) only tells the parent. A city's short name counts when another clue confirms it, or when
 * there is no other clue and no other city has a place of that name. Where more than one place is left, none is chosen. A
 * ministry lies in no place.
 */
export function inferRegion(clues: RegionClues, year: number | null): InferredRegion {
  if (clues.departmentNames[0] && isNationalOrgan(clues.departmentNames[0]))
    return { region: null, candidates: [] };
  const seen = parentsSeen(clues, year);
  const hint = levelHint([...clues.departmentNames, ...clues.agencies]);
  let search: RegionSearch = { open: null, suggestion: null, above: null, unconfirmed: null };
  for (const suggestion of suggestionsOf(clues, year)) {
    search = narrowSearch(search, suggestion, { hint, year, seen });
    if (search.open?.length === 1 && search.suggestion?.from !== 'project-code') break;
  }
  const { open, above, unconfirmed } = search;
  const left = open && open.length > 1 ? narrowByParents(open, seen) : open;
  if (left?.length === 1 && search.suggestion) return resolved(search.suggestion, left, year);
  if (!left && !above && unconfirmed && hasOwnShortName(unconfirmed.rows)) {
    return resolved(unconfirmed, unconfirmed.rows, year);
  }
  const candidates = left ?? above ?? unconfirmed?.rows ?? [];
  return { region: null, candidates: candidates.map((row) => describeRegion(row, year)) };
}

function resolved(
  { zone, from, quote }: Suggestion,
  [row]: readonly RegionRow[],
  year: number | null,
): InferredRegion {
  if (!row) return { region: null, candidates: [] };
  const region = (zone && describeZone(zone.name, row.code, year)) ?? describeRegion(row, year);
  return { region, basis: { from, quote } };
}

/**
 * Is this a ministry or another organ of the whole country (国家信访局, 水利部, 最高人民法院)? One that names a place (国家统计局某县
 * 调查队) belongs to that place.
 */
function isNationalOrgan(text: string): boolean {
  const name = parseDepartment(text)?.name;
  if (!name) return false;
  const { nationalOrgans, nationalPrefixes } = regionBook().words;
  const isOne =
    nationalOrgans.includes(name) ||
    (nationalPrefixes.some((prefix) => name.startsWith(prefix)) &&
      /(局|委|委员会|部|署|总局|办公室|院|会|台)$/.test(name));
  return isOne && matchRegions(name, { year: null }).every(({ form }) => form === 'short');
}
