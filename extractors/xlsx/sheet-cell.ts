import type { CellObject } from '@e965/xlsx';

/** A cell that shows something. */
export interface SheetCell {
  /** Counts from 0, as in SheetJS. */
  row: number;
  column: number;
  cell: CellObject;
  text: string;
  /** The decimal behind a figure that is shown shorter, or without its sign. */
  exact?: string;
}
