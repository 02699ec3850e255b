import type { Basis, Region } from '../../../src/model/disclosure.js';
import { describeRegion, describeZone } from './find-region.js';
import { levelHint } from './level-hint.js';
import { narrowSearch, type Search } from './narrow-search.js';
import { narrowByParents, parentsSeen } from './parents-seen.js';
import { type RegionClues, suggestionsOf } from './region-clues.js';

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
 * tell (区委政法委 beside 株洲市) only tells the parent. Where more than one place is left, none is chosen.
 */
export function inferRegion(clues: RegionClues, year: number | null): InferredRegion {
  const seen = parentsSeen(clues, year);
  const hint = levelHint([...clues.departmentNames, ...clues.agencies]);
  let search: Search = { open: null, suggestion: null, above: null, unconfirmed: [] };
  for (const suggestion of suggestionsOf(clues, year)) {
    search = narrowSearch(search, suggestion, { hint, year, seen });
    if (search.open?.length === 1 && search.suggestion?.from !== 'project-code') break;
  }
  const { open, suggestion, above, unconfirmed } = search;
  const left = open && open.length > 1 ? narrowByParents(open, seen) : open;
  const [row] = left ?? [];
  if (!row || !suggestion || left?.length !== 1) {
    const candidates = left ?? above ?? unconfirmed;
    return { region: null, candidates: candidates.map((candidate) => describeRegion(candidate, year)) };
  }
  const { zone, from, quote } = suggestion;
  const region = (zone && describeZone(zone.name, row.code, year)) ?? describeRegion(row, year);
  return { region, basis: { from, quote } };
}
