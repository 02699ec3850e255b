import type { Cell } from '../../src/model/grid.js';

/** A cell that shows something. */
export interface SheetCell {
  /** Counts from 0, as in SheetJS. */
  row: number;
  column: number;
  text: string;
  /** The value behind the shown text, where the two differ. */
  raw?: Cell['raw'];
  /** A formula that was saved without its result; its text is the formula. */
  lacksResult: boolean;
  /** The decimal behind a figure that is shown shorter, or without its sign. */
  exact?: string;
}
