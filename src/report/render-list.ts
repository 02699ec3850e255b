import type { Column, Pieces, Row, Rows } from './row.js';

/** Formats that hold a list of rows as they are. */
export type ListFormat = 'csv' | 'json' | 'jsonl' | 'xlsx';

/**
 * A list of rows as a file, in pieces to be written one after the other; all but `xlsx` take the rows one at a time.
 * @param headers headers of CSV: Chinese, or the names of the columns
 */
export async function renderList(
  rows: Rows,
  columns: readonly Column[],
  format: ListFormat,
  headers: 'zh' | 'en' = 'zh',
): Promise<Pieces> {
  switch (format) {
    case 'json':
      return (await import('./render-json.js')).renderJson(rows);
    case 'jsonl':
      return (await import('./render-json.js')).renderJsonLines(rows);
    case 'csv':
      return (await import('./render-csv.js')).renderCsv(rows, columns, headers);
    case 'xlsx': {
      const { rowsWorkbook } = await import('./rows-workbook.js');
      const all: Row[] = [];
      for await (const row of rows) all.push(row);
      return [await rowsWorkbook([{ name: '查询结果', rows: all, columns }])];
    }
  }
}
