import { parse } from 'csv-parse/sync';
import { delimiterOf } from './delimiter.js';
import { isCsvError } from './field-counts.js';

export interface Records {
  records: string[][];
  /** Quotation marks do not pair: they were taken as they stand. */
  unpaired: boolean;
}

/** The part of a text that tells its delimiter. */
const HEAD = 64 * 1024;
/** First line in which Excel is told the delimiter. */
const NAMED_DELIMITER = /^sep=([^\w\s"]|\t)(?:\r\n|\n|\r)/i;
/** Lines drawn with hyphens around the head and the body of a table with bars. */
const RULE = /^[\s:+=-]*-[\s:+=-]*$/;

/** The delimiter by which a text is a table; undefined where it is none. */
export const delimiterOfText = (text: string): string | undefined =>
  NAMED_DELIMITER.exec(text)?.[1] ?? delimiterOf(wholeRecords(text));

/** Splits a text into records of fields; a table drawn with bars (Markdown) loses the outer bars and its lines. */
export function readRecords(text: string): Records {
  const delimiter = delimiterOfText(text) ?? ',';
  const body = text.replace(NAMED_DELIMITER, '');
  const { records, unpaired } = parseRecords(body, delimiter);
  return { records: delimiter === '|' ? withoutBars(records) : records, unpaired };
}

function parseRecords(text: string, delimiter: string): Records {
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true };
  try {
    return { records: parse(text, { ...options, relax_quotes: true }), unpaired: false };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return { records: parse(text, { ...options, quote: false }), unpaired: true };
  }
}

/** The beginning of a text up to the end of a record: outside quotation marks. */
function wholeRecords(text: string): string {
  if (text.length <= HEAD) return text;
  let end = 0;
  let quoted = false;
  for (let at = 0; at < HEAD; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) end = at + 1;
  }
  return text.slice(0, end || HEAD);
}

function withoutBars(records: readonly string[][]): string[][] {
  const isEdge = (field: string | undefined): boolean => field?.trim() === '';
  const barred = records.filter((record) => record.length > 1);
  const left = barred.every((record) => isEdge(record[0])) ? 1 : 0;
  const right = barred.every((record) => isEdge(record.at(-1))) ? 1 : 0;
  return records
    .filter((record) => record.length > 1 || !RULE.test(record[0] ?? ''))
    .map((record) => (record.length > 1 ? record.slice(left, record.length - right) : record))
    .filter((record, index) => index !== 1 || !record.every((field) => RULE.test(field)))
    .map((record) => record.map((field) => field.trim()));
}
