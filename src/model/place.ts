/**
 * Where a cell or paragraph stands in its source, as text a person can follow. All counts from 1.
 *
 * - `t2 r5 c3`              table 2 of the document (Word, HTML, text), row 5, column 3
 * - `p31 t2 r5 c3`          PDF: second table on page 31; row and column count through a table joined over pages, the page is
 *                           the one the cell stands on first, where a table that goes on is `t1`
 * - `Sheet1!C7`             workbook
 * - `t2 r5 c3 / t1 r1 c2`   a table nested in a cell
 * - `p31`                 a page as a whole
 * - `¶12`, `p31 ¶4`         paragraph 12 of the document; paragraph 4 of page 31
 */
export type Place = string;

export const tablePlace = (table: number, row: number, column: number, page?: number): Place =>
  `${page === undefined ? '' : `p${page} `}t${table} r${row} c${column}`;

export const pagePlace = (page: number): Place => `p${page}`;

export const paragraphPlace = (paragraph: number, page?: number): Place =>
  `${page === undefined ? '' : `p${page} `}¶${paragraph}`;

export const sheetPlace = (sheet: string, row: number, column: number): Place =>
  `${sheet}!${columnLetters(column)}${row}`;

export const nestedPlace = (outer: Place, inner: Place): Place => `${outer} / ${inner}`;

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
