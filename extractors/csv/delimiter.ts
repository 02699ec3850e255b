import { fieldCounts } from './field-counts.js';

/** Separators, the likelier first. */
const CANDIDATES = [',', '\t', ';', '|'];
const FEWEST_RECORDS = 2;
/** Share of the records that must have the same number of fields. */
const REGULAR = 0.9;
/** Share of the rows that must do so where some lack cells, or have too many. */
const RAGGED = 0.6;
/** A sentence per line with two clauses looks like two columns: uneven rows must be wider. */
const FEWEST_RAGGED_FIELDS = 3;
const SENTENCE_END = /[。！？；：]\s*$/;

/**
 * The delimiter that makes a table of the text: nearly all records have the same number of fields, at least two; or, but
 * for TAB, most rows between titles and notes (lines without it) do, at least three. Undefined for prose and for texts
 * flattened from merged tables: their rows, of TABs, differ in length.
 *
 * @param text beginning of the file, in whole lines
 */
export function delimiterOf(text: string): string | undefined {
  const marks = CANDIDATES.filter((delimiter) => text.includes(delimiter));
  const counts = new Map(marks.map((delimiter) => [delimiter, fieldCounts(text, delimiter)]));
  const regular = marks.filter((delimiter) => isRegular(counts.get(delimiter) ?? []));
  const [first] = regular;
  if (first !== undefined) {
    return regular.find((delimiter) => delimiter !== ',' || !isInNumbersOnly(text)) ?? first;
  }
  if (isProse(text) || isTabbed(counts.get('\t') ?? [])) return undefined;
  return marks.find(
    (delimiter) =>
      delimiter !== '\t' &&
      (delimiter !== ',' || !isInNumbersOnly(text)) &&
      isRagged(counts.get(delimiter) ?? []),
  );
}

function isRegular(counts: readonly number[]): boolean {
  const { fields, records } = mostFrequent(counts);
  return counts.length >= FEWEST_RECORDS && fields >= 2 && records >= counts.length * REGULAR;
}

function isRagged(counts: readonly number[]): boolean {
  const isRow = (count: number): boolean => count > 1;
  const rows = counts.slice(counts.findIndex(isRow), counts.findLastIndex(isRow) + 1);
  const { fields, records } = mostFrequent(rows);
  return records >= FEWEST_RECORDS && fields >= FEWEST_RAGGED_FIELDS && records >= rows.length * RAGGED;
}

function mostFrequent(counts: readonly number[]): { fields: number; records: number } {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [fields = 0, records = 0] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { fields, records };
}

/** Most lines hold TABs: a flattened table, whatever marks its texts and figures have. */
const isTabbed = (counts: readonly number[]): boolean =>
  counts.filter((count) => count > 1).length * 2 > counts.length;

/** `甲;1,5` and `乙;1,234.5`: the commas belong to the figures. */
const isInNumbersOnly = (text: string): boolean => !/(?:^|\D),|,(?!\d)/.test(text);

function isProse(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.filter((line) => SENTENCE_END.test(line)).length * 2 > lines.length;
}
