/**
 * Where a cell or paragraph stands in its source, as text a person can follow. All counts from 1.
 *
 * - `t2 r5 c3`              table 2 of the document (Word, HTML, text), row 5, column 3
 * - `p31 t2 r5 c3`          printed pages: second table on page 31, its fifth row there, third column; counted as printed on that
 *                           page, the one the cell stands on first: a table that goes on from the page before is `t1`, a
 *                           header printed again counts, and so does a row that a page break cut
 * - `Sheet1!C7`             workbook, as the program that shows it counts
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

/** The slot a place names; of a table inside a cell the outer one is left out. A workbook has sheets for tables. */
export interface Slot {
  table: number | null;
  row: number;
  column: number;
}

/** Null where a place is no slot of a table or sheet: a paragraph, a page. */
export function slotOf(place: Place): Slot | null {
  const [, letters, line] = /!([A-Z]+)(\d+)$/.exec(place) ?? [];
  if (letters !== undefined) return { table: null, row: Number(line), column: columnNumber(letters) };
  const [, table, row, column] = /t(\d+) r(\d+) c(\d+)$/.exec(place) ?? [];
  return table === undefined ? null : { table: Number(table), row: Number(row), column: Number(column) };
}

/**
 * What a cell of a printed page was called before rows were counted on their own page: row and column then counted through the
 * whole of a table joined over pages.
 * @param at its row and column in the grid
 */
export const formerPlace = (place: Place, { row, column }: { row: number; column: number }): Place =>
  /^p\d+ t\d+ r\d+ c\d+$/.test(place) ? place.replace(/r\d+ c\d+$/, `r${row} c${column}`) : place;

export const nestedPlace = (outer: Place, inner: Place): Place => `${outer} / ${inner}`;

/** A place in words: `p31 t2 r5 c3` → `第 31 页第 2 个表第 5 行第 3 列`; what is no place of these kinds as it is. */
export function placeInWords(place: Place): string {
  const [outer = place, ...inner] = place.split(' / ');
  if (inner.length > 0) return [outer, ...inner].map(placeInWords).join('的格内，');
  const [, sheet, cell] = /^(.+)!([A-Z]+\d+)$/.exec(place) ?? [];
  if (sheet !== undefined) return `工作表“${sheet}”的 ${cell} 格`;
  const [, page, table, row, column, paragraph] =
    /^(?:p(\d+) ?)?(?:t(\d+) r(\d+) c(\d+)|¶(\d+))?$/.exec(place) ?? [];
  const words = [
    page && `第 ${page} 页`,
    table && `第 ${table} 个表第 ${row} 行第 ${column} 列`,
    paragraph && `第 ${paragraph} 段`,
  ];
  return words.filter(Boolean).join('') || place;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 1, AA → 27. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
