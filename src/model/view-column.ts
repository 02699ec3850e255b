import type { NamedLetter } from './named-letter.js';

export type ColumnType = 'integer' | 'real' | 'text';

/** One column of a view; every column may be null. */
export interface ViewColumn {
  /** English key: column name in SQL, JSON and `--headers en`. */
  name: string;
  /** Chinese header of CSV and tables; unique within a view. */
  title: string;
  type: ColumnType;
  meaning: string;
  /** `分`, `万元`, `%`; absent where the column has none or each row its own. */
  unit?: string;
  /** Decimals a table for people shows of it; all where absent. Other formats have them all. */
  decimals?: number;
  /** Closed list of values. */
  values?: readonly (string | number)[];
  /** What people call its values; what is written for people shows this in their stead. */
  titles?: Readonly<Record<string, string>>;
  /** A cell holds several values joined by commas, or a JSON record whose names `titles` are of; one value otherwise. */
  holds?: 'list' | 'record';
  /** It holds ids of other rows: the letter of what they name (`d` documents, `p` projects …). */
  names?: NamedLetter;
  /** Searched by `--text`. */
  searched?: boolean;
}
