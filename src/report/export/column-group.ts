/** For a cell that is blank, instead of the number of a text. */
export const BLANK = -1;

/** The different texts of a column, each encoded once, whatever it is written to. Numbers count from 0 in the order in which they came. */
export interface Texts {
  count: number;
  /** One behind the other, as a page of a Parquet file has them: length, then UTF-8. */
  page: Uint8Array;
  /** Where each begins on the page, behind its length; and last where one more would. */
  starts: Uint32Array;
  /** Of those that stand in quotes in CSV, by their numbers: what stands there. */
  inQuotes: ReadonlyMap<number, Uint8Array>;
}

/** Bytes before each text of a page, which say how long it is. */
export const LENGTH = 4;

/** Where a text ends on the page. */
export const endOf = ({ starts }: Texts, number: number): number => (starts[number + 1] as number) - LENGTH;

export interface TextColumn {
  name: string;
  type: 'text';
  texts: Texts;
  /** Of each row the number of its text, or `BLANK`. */
  numbers: Int32Array;
}

export interface NumberColumn {
  name: string;
  type: 'integer' | 'real';
  /** Of each row; NaN where it has none. */
  values: Float64Array;
}

/** Some rows of a view, column by column; texts that are the same are held once. */
export interface ColumnGroup {
  columns: readonly (TextColumn | NumberColumn)[];
  count: number;
}
