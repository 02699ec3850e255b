import { isTooLongForSpreadsheets } from './is-too-long-for-spreadsheets.js';
import type { Column, Row, Rows, Value } from './row.js';
import { textWidth } from './text-width.js';
import { tellerOf } from './told-value.js';
import { type SheetColumn, sheetOfBlocks } from './workbook/sheet.js';
import { writeWorkbook } from './workbook/write-workbook.js';

/** Columns are as wide as their texts, within these bounds, in characters. */
const NARROWEST = 8;
const WIDEST = 48;
/** Rows looked at for the width of a column. */
export const ROWS_MEASURED = 500;

/** Instead of the time of writing: the same rows are the same bytes. */
const NO_CLOCK = new Date(0);

/** A list of rows as a sheet of a workbook. */
export interface RowsSheet {
  name: string;
  /** Some at a time. */
  blocks: Rows<readonly Row[]>;
  /** The first of them, by which columns are made wide enough; where the rows are all there, the rows themselves. */
  measured: readonly Row[];
  columns: readonly Column[];
}

/**
 * Lists of rows as an .xlsx for people: Chinese headers, frozen and filterable; codes and texts stay text.
 * @throws Error when the rows are more than a worksheet holds
 */
export const rowsWorkbook = (sheets: readonly RowsSheet[]): AsyncGenerator<Uint8Array> =>
  writeWorkbook(
    { creator: 'mingzhang', modified: NO_CLOCK },
    sheets.map(({ name, blocks, measured, columns }) =>
      sheetOfBlocks(
        name,
        columns.map((column) => sheetColumn(column, measured.slice(0, ROWS_MEASURED))),
        blocks,
      ),
    ),
  );

function sheetColumn(column: Column, measured: readonly Row[]): SheetColumn<Row> {
  const { title, unit } = column;
  const told = tellerOf(column);
  const widths = measured.map((row) => textWidth(String(told(row) ?? '')));
  const width = Math.min(WIDEST, Math.max(NARROWEST, textWidth(title) + 2, ...widths));
  return {
    title,
    width,
    value: (row) => cellValue(told(row)),
    ...(unit === '万元' ? { format: '#,##0.00####' } : {}),
  };
}

const cellValue = (value: Value): Value => (isTooLongForSpreadsheets(value) ? String(value) : value);
