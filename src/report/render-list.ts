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
      const { rowsWorkbook, ROWS_MEASURED } = await import('./rows-workbook.js');
      const { first, blocks } = await lookAhead(rows, ROWS_MEASURED);
      return rowsWorkbook([{ name: '查询结果', blocks, measured: first, columns }]);
    }
  }
}

/** The first rows, and all of them, to be taken once. */
async function lookAhead(rows: Rows, most: number): Promise<{ first: Row[]; blocks: Rows<readonly Row[]> }> {
  const coming = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first: Row[] = [];
  while (first.length < most) {
    const next = await coming.next();
    if (next.done) return { first, blocks: [first] };
    first.push(next.value);
  }
  const blocks = async function* (): AsyncGenerator<Row[]> {
    yield first;
    for (;;) {
      const next = await coming.next();
      if (next.done) return;
      yield [next.value];
    }
  };
  return { first, blocks: blocks() };
}
