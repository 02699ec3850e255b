import { parse } from 'csv-parse/sync';

/** How many fields each record has; none where quotes do not close. */
export function fieldCounts(text: string, delimiter: string): number[] {
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
    if (isCsvError(error)) return [];
    throw error;
  }
}

/** Whether csv-parse says that a text is not what it can parse. */
export const isCsvError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/** Without quotes a record is a line; lines end as the first one does, as csv-parse has it. */
function plainFieldCounts(text: string, delimiter: string): number[] {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const lines = text.split(lineEnd).filter((line) => line !== '');
  return lines.map((line) => line.split(delimiter).length);
}
