import type { Grid } from './grid.js';

/** What the recognizer made of one grid of a document. */
export interface GridAccount {
  grid: Grid;
  /** Indexes of the forms with cells in it, in order; `begins` where the form has no grid before it. */
  forms: { index: number; begins: boolean }[];
  /** Non-blank cells that no form holds. */
  loose: number;
  /** Chinese, one for each stretch of rows that looks like a form and was not recognized. */
  unread: string[];
  /** The header its first rows come nearest to, in Chinese; null where all of it is held by forms. */
  nearest: string | null;
}
