import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { withDetail } from '../../model/explain-error.js';
import { UserError } from '../../model/facts/user-error.js';

/**
 * Rows of a CSV that a person made; blank lines are none.
 * @param name of the file, for messages
 * @throws UserError naming the line from which it cannot be read
 */
export function parseCsv(text: string, name: string, options: Pick<Options, 'delimiter'> = {}): string[][] {
  let read = 0;
  try {
    return parse(text, {
      ...options,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      onRecord: (record: string[], { lines }) => {
        read = lines;
        return record;
      },
    });
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? read + 1 : (lines ?? read + 1);
    const advice = '请检查引号是否成对，或用表格软件另存为 CSV（UTF-8）';
    throw new UserError(withDetail(`${name} 第 ${line} 行起不是能读的 CSV；${advice}`, error), {
      cause: error,
    });
  }
}
