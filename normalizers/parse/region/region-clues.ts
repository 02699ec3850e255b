import { parseDepartment, withoutParty } from '../department/parse-department.js';
import { parseProjectCode } from '../project-code/parse-project-code.js';
import { findRow } from './find-region.js';
import { findZone, type ZoneMatch } from './find-zone.js';
import { matchRegionAt, matchRegions } from './match-region.js';
import { type RegionRow, regionBook } from './region-book.js';
import { startsWithOffice } from './starts-with-office.js';

/** What a document says about its place, in the order in which it is trusted. */
export interface RegionClues {
  projectCodes: readonly string[];
  /** Department cells as printed (labels and codes may stand in them). */
  departmentNames: readonly string[];
  agencies: readonly string[];
  titles: readonly string[];
  /** Paragraphs and cells. */
  texts: readonly string[];
  archivePath?: string;
  /** Outermost first. */
  folders?: readonly string[];
  fileName?: string;
}

/** What one clue says: the regions its name can mean. */
export interface Suggestion {
  from: 'project-code' | 'department-name' | 'agency' | 'title' | 'text' | 'archive' | 'folder' | 'file-name';
  quote: string;
  rows: readonly RegionRow[];
  /** A place without a code inside `rows`. */
  zone: ZoneMatch | null;
  /** Only a short name was printed (长沙): it counts when the full one, or its province, is seen elsewhere. */
  short: boolean;
}

/** Suggestions in order of trust; the texts are only searched when asked for. */
export function* suggestionsOf(clues: RegionClues, year: number | null): Generator<Suggestion> {
  const code = suggestionOfCodes(clues.projectCodes);
  if (code) yield code;
  for (const name of clues.departmentNames) yield* suggestionOfName(name, 'department-name', year);
  yield* mostFrequent(clues.agencies.flatMap((name) => [...suggestionOfName(name, 'agency', year)]));
  for (const title of clues.titles) yield* suggestionOfTitle(title, 'title', year);
  yield* mostFrequent(clues.texts.flatMap((text) => suggestionsOfText(text, year)));
  yield* suggestionsOfPath(clues, year);
}

/** The region most codes begin with, each read in its own year. */
function suggestionOfCodes(codes: readonly string[]): Suggestion | null {
  const found = codes.flatMap((text): Suggestion[] => {
    const parsed = parseProjectCode(text);
    if (!parsed) return [];
    const { code, regionCode } = parsed;
    const zone = regionBook().zones.find(({ statisticalCode }) => statisticalCode === regionCode) ?? null;
    const row = findRow(zone?.parent ?? regionCode, parsed.year);
    return row ? [{ from: 'project-code', quote: code, rows: [row], zone, short: false }] : [];
  });
  return [...mostFrequent(found)][0] ?? null;
}

/** The place a department's or agency's name begins with; else the first one inside it (政协石峰区委员会). */
function* suggestionOfName(
  text: string,
  from: Suggestion['from'],
  year: number | null,
): Generator<Suggestion> {
  const name = parseDepartment(text)?.name;
  if (!name) return;
  const match = matchRegionAt(name, 0, { year });
  if (match) {
    const [row = null] = match.rows;
    const zone = match.rows.length === 1 ? findZone(name.slice(match.length), row) : null;
    yield { from, quote: text, rows: match.rows, zone, short: match.form === 'short' && !zone };
    return;
  }
  const zone = findZone(name, null);
  const parent = zone?.parent ? findRow(zone.parent, year) : null;
  if (parent) yield { from, quote: text, rows: [parent], zone, short: false };
  else yield* suggestionOfTitle(name, from, year);
}

/** The first place named in a title, unless it is where something is sent (驻…办事处). */
function* suggestionOfTitle(
  title: string,
  from: Suggestion['from'],
  year: number | null,
): Generator<Suggestion> {
  const plain = title.replace(/\s+/g, '');
  const match = matchRegions(plain, { year }).find(({ start }) => !/[驻赴援对]$/.test(plain.slice(0, start)));
  if (!match) return;
  const [row = null] = match.rows;
  const behind = plain.slice(match.start + match.length);
  const zone = match.rows.length === 1 ? findZone(behind, row) : null;
  yield { from, quote: title, rows: match.rows, zone, short: match.form === 'short' && !zone };
}

const LONGEST_LINE = 40;

/**
 * Short lines that begin with a place and go on with an office, a year or nothing: 山海关区财政局审核, 编制单位：永宁县财政局.
 * Sentences are not searched: they name other places (上级文件, 对口支援).
 */
function suggestionsOfText(text: string, year: number | null): Suggestion[] {
  return text.split('\n').flatMap((line): Suggestion[] => {
    const plain = line.replace(/\s+/g, '').replace(/^[^:：]{2,12}[:：]/, '');
    if (plain.length > LONGEST_LINE || /[《》，。；、]/.test(plain)) return [];
    const name = withoutParty(plain);
    const match = matchRegionAt(name, 0, { year });
    if (!match || match.form === 'short') return [];
    const behind = name.slice(match.length);
    if (behind !== '' && !/^[（(]?(19|20)\d\d/.test(behind) && !startsWithOffice(behind)) return [];
    const zone = match.rows.length === 1 ? findZone(behind, match.rows[0] ?? null) : null;
    return [{ from: 'text', quote: line.trim(), rows: match.rows, zone, short: false }];
  });
}

/** The suggestion more than half of the list agrees with. */
function* mostFrequent(suggestions: readonly Suggestion[]): Generator<Suggestion> {
  const counts = new Map<string, { suggestion: Suggestion; count: number }>();
  for (const suggestion of suggestions) {
    const key = [suggestion.zone?.name, ...suggestion.rows.map(({ code }) => code)].join(' ');
    const entry = counts.get(key) ?? { suggestion, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const [top] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (top && top.count * 2 > suggestions.length) yield top.suggestion;
}

/** Places named by archive, folders and file name, each below the one before. */
function* suggestionsOfPath(clues: RegionClues, year: number | null): Generator<Suggestion> {
  for (const { from, segment } of pathSegments(clues)) {
    const plain = segment.replace(/^[\d\s._年度-]+|\.[a-z0-9]{2,5}$/gi, '');
    const whole = matchRegionAt(plain, 0, { year, countyShortNames: true });
    if (whole && whole.length === plain.length) {
      yield { from, quote: segment, rows: whole.rows, zone: null, short: false };
    } else {
      for (const suggestion of suggestionOfTitle(plain, from, year)) yield { ...suggestion, quote: segment };
    }
  }
}

/** Innermost first. */
export function pathSegments(
  clues: RegionClues,
): { from: 'archive' | 'folder' | 'file-name'; segment: string }[] {
  const archive = (clues.archivePath ?? '').split(/[\\/]|!/).filter(Boolean);
  return [
    ...(clues.fileName ? [{ from: 'file-name' as const, segment: clues.fileName }] : []),
    ...[...(clues.folders ?? [])].reverse().map((segment) => ({ from: 'folder' as const, segment })),
    ...archive.reverse().map((segment) => ({ from: 'archive' as const, segment })),
  ];
}
