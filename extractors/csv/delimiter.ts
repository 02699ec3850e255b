import { parse } from 'csv-parse/sync';

const CANDIDATES = [',', '\t', ';'];
const FEWEST_RECORDS = 2;
/** Share of the records that must have the same number of fields. */
const REGULAR = 0.9;

/**
 * The delimiter that makes a table of the text: nearly all records have the same number of fields, at least two. Undefined
 * for prose and for texts flattened from merged tables, whose rows differ in length.
 *
 * @param text beginning of the file; its last line may be cut off
 */
export function delimiterOf(text: string): string | undefined {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  return CANDIDATES.find((delimiter) => whole.includes(delimiter) && isRegular(whole, delimiter));
}

function isRegular(text: string, delimiter: string): boolean {
  const counts = fieldCounts(text, delimiter);
  if (counts.length < FEWEST_RECORDS) return false;
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [fields = 0, records = 0] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [];
  return fields >= 2 && records >= counts.length * REGULAR;
}

function fieldCounts(text: string, delimiter: string): number[] {
  if (!text.includes('"')) return plainFieldCounts(text, delimiter);
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return records.map((record) => record.length);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return [];
    throw error;
  }
}

/** Without quotes a record is a line; lines end as the first one does, as csv-parse has it. */
function plainFieldCounts(text: string, delimiter: string): number[] {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const lines = text.split(lineEnd).filter((line) => line !== '');
  return lines.map((line) => line.split(delimiter).length);
}
