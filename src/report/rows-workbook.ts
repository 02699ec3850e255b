import { writeXlsx } from 'hucre/xlsx';
import { isTooLongForSpreadsheets } from './is-too-long-for-spreadsheets.js';
import type { Column, Row, Value } from './row.js';
import { type SheetColumn, sheet } from './sheet.js';
import { textWidth } from './text-width.js';
import { toldValue } from './told-value.js';

/** Columns are as wide as their texts, within these bounds, in characters. */
const NARROWEST = 8;
const WIDEST = 48;
/** Rows looked at for the width of a column. */
const SAMPLE = 500;

/** Instead of the time of writing: the same rows are the same bytes. */
const NO_CLOCK = new Date(0);

/** A list of rows as a sheet of a workbook. */
export interface RowsSheet {
  name: string;
  rows: readonly Row[];
  columns: readonly Column[];
}

/**
 * Lists of rows as an .xlsx for people: Chinese headers, frozen and filterable; codes and texts stay text.
 * @throws Error when the rows are more than a worksheet holds
 */
export const rowsWorkbook = (sheets: readonly RowsSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    properties: { creator: 'mingzhang', modified: NO_CLOCK },
    sheets: sheets.map(({ name, rows, columns }) =>
      sheet(
        name,
        columns.map((column) => sheetColumn(column, rows)),
        rows,
      ),
    ),
  });

function sheetColumn(column: Column, rows: readonly Row[]): SheetColumn<Row> {
  const { title, unit } = column;
  const told = (row: Row): Value => toldValue(row, column);
  const widths = rows.slice(0, SAMPLE).map((row) => textWidth(String(told(row) ?? '')));
  const width = Math.min(WIDEST, Math.max(NARROWEST, textWidth(title) + 2, ...widths));
  return {
    title,
    width,
    value: (row) => cellValue(told(row)),
    ...(unit === '万元' ? { format: '#,##0.00####' } : {}),
  };
}

const cellValue = (value: Value): Value => (isTooLongForSpreadsheets(value) ? String(value) : value);
