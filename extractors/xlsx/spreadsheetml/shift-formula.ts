import { columnLetters, columnNumber } from '../../../src/model/place.js';

const REFERENCE = /(^|[^._A-Z0-9])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![_.(A-Za-z0-9])/g;

/** A formula as it stands so many rows and columns further on: what it says relatively moves with it. */
export const shiftFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(
    REFERENCE,
    (_, before: string, fixedColumn: string, letters: string, fixedRow: string, row: string) =>
      `${before}${fixedColumn}${fixedColumn ? letters : columnLetters(columnNumber(letters) + columns)}` +
      `${fixedRow}${fixedRow ? row : Number(row) + rows}`,
  );
