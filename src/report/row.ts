import type { NamedLetter } from '../model/named-letter.js';

/** One value of a result row, as SQLite gives it. */
export type Value = string | number | null;

/** A result row: column name → value. */
export type Row = Record<string, Value>;

/** Rows there, or still to come. */
export type Rows<One = Row> = Iterable<One> | AsyncIterable<One>;

/** A file in pieces to be written one after the other. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** How values of closed lists are told to people: their titles by code; `holds` as in the views' columns. */
export interface Told {
  titles?: Readonly<Record<string, string>>;
  holds?: 'list' | 'record';
  /** What is told where there is no value. */
  blank?: string;
  /** An ISO 8601 moment: told by the clock of this machine. */
  isMoment?: true;
}

/** A column to show: its name in the view and its Chinese title. */
export interface Column extends Told {
  name: string;
  title: string;
  /** `万元`: amounts, shown with two decimals at least. */
  unit?: string;
  /** How many a table shows, of every number. */
  decimals?: number;
  /** Where each row has a value of another column: that column. */
  as?: (row: Row) => Told | undefined;
  /** Never cut in a table: half a code names nothing. Columns of numbers are never cut either. */
  whole?: boolean;
  /** It holds ids: the letter of what they name, in each row its own or in all the same. */
  names?: NamedLetter | ((row: Row) => NamedLetter | undefined);
}
