import type { Region } from '../../../src/model/disclosure.js';
import { matchRegionAt, matchRegions } from '../region/match-region.js';
import { regionBook } from '../region/region-book.js';
import { departmentWords } from './department-words.js';
import { parseDepartment } from './parse-department.js';

/**
 * One key for the same department in every place: 中共株洲市石峰区委政法委员会, 区委政法委, 政法委部门 and 永宁县委政法委 all
 * give `政法委`. The region's own name, the words for party and government and 本级 are taken off, then the rest is looked up
 * in data/departments/names.json. What is not listed there keeps its own name as key: nothing is merged on a guess. Null
 * where the text holds no name.
 */
export function departmentKey(text: string, region: Region | null): string | null {
  const name = parseDepartment(text)?.name;
  if (!name) return null;
  const rest = withoutTail(withoutRegion(name, region, false));
  const others = [withoutRegion(name, region, true), withoutInnerRegion(name)].map(withoutTail);
  for (const form of [rest, ...others]) {
    const key = lookUp(form);
    if (key) return key;
  }
  return withoutLevelWord(rest) || name;
}

/** Takes the chain of regions off the beginning, and the name of a place without a code. */
function withoutRegion(name: string, region: Region | null, countyShortNames: boolean): string {
  const match = matchRegionAt(name, 0, { year: null, countyShortNames });
  let rest = match ? name.slice(match.length) : name;
  if (region && region.code === null && rest.startsWith(region.name)) rest = rest.slice(region.name.length);
  return rest === '' ? name : rest;
}

/** 政协石峰区委员会 → 政协委员会. */
function withoutInnerRegion(name: string): string {
  const match = matchRegions(name, { year: null }).find(({ form }) => form !== 'short');
  return match ? `${name.slice(0, match.start)}${name.slice(match.start + match.length)}` : name;
}

function withoutTail(name: string): string {
  const { tails } = departmentWords();
  let rest = name;
  for (;;) {
    const tail = tails.find((word) => rest.endsWith(word) && rest.length > word.length + 1);
    if (!tail) return rest;
    rest = rest.slice(0, -tail.length);
  }
}

/** 区委政法委 → 委政法委; 市场监督管理局 keeps its 市. */
function withoutLevelWord(name: string): string {
  const { levelWords, notLevelWords } = regionBook().words;
  if (notLevelWords.some((word) => name.startsWith(word))) return name;
  const word = levelWords.find((level) => name.startsWith(level) && name.length > level.length + 1);
  return word ? name.slice(word.length) : name;
}

/** The name as it stands, without its level word, then without 委 or 人民政府 before it. */
function lookUp(name: string): string | null {
  const { keys, party, government } = departmentWords();
  const bare = withoutLevelWord(name);
  const prefix = [...party, ...government].find((word) => bare.startsWith(word));
  const forms = [name, bare, ...(prefix ? [bare.slice(prefix.length)] : [])];
  for (const form of forms) {
    const key = keys.get(form);
    if (key) return key;
  }
  return null;
}
