/** A cell that holds something, where it begins; rows and columns count from 0. */
export interface TableCell {
  row: number;
  column: number;
  text: string;
}

/** A table as its cells that are not blank. Spans are left out: CSV and pdf-parse know none. */
export type TableCells = readonly TableCell[];

/**
 * A table in the form in which tables are compared: texts in NFKC without any white space, blank cells left out, rows and
 * columns that hold nothing taken out, cells in reading order.
 */
export function comparableTable(cells: TableCells): TableCells {
  const filled = cells
    .map(({ row, column, text }) => ({ row, column, text: plain(text) }))
    .filter(({ text }) => text !== '');
  const rows = ranks(filled.map(({ row }) => row));
  const columns = ranks(filled.map(({ column }) => column));
  return filled
    .map(({ row, column, text }) => ({
      row: rows.get(row) ?? 0,
      column: columns.get(column) ?? 0,
      text,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A table from rows of texts. */
export const cellsOfRows = (rows: readonly (readonly string[])[]): TableCells =>
  rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text })));

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const ranks = (numbers: readonly number[]): Map<number, number> =>
  new Map([...new Set(numbers)].sort((a, b) => a - b).map((number, rank) => [number, rank]));
