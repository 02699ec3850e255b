import type { SqlValue } from '../sql-value.js';

/** Something in the store that should not be so. */
export interface StoreProblem {
  kind: 'integrity' | 'orphan' | 'count' | 'unreadable';
  /** Chinese, for people. */
  message: string;
}

export interface StoreCheck {
  documents: number;
  problems: StoreProblem[];
}

/** A text as it stands in a column of a table. */
export interface StoredText {
  table: string;
  column: string;
  /** What tells the row from others, by column; no path is among it. */
  key: Record<string, SqlValue>;
  /** Content of the document it belongs to. */
  sha256: string | null;
  text: string;
}
