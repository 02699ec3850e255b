import type { CellObject } from '@e965/xlsx';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { SheetCell } from './sheet-cell.js';

/** A cell as a file keeps it: type, value, text, number format and formula, as the workbook library names them. */
export type StoredCell = Pick<CellObject, 't' | 'v' | 'w' | 'z' | 'f' | 'F'>;

/** What a stored cell shows at its row and column, from 0; undefined for one that shows nothing. */
export type ShowCell = (row: number, column: number, stored: StoredCell) => SheetCell | undefined;

/** Rows and columns from 0, both ends inclusive. */
export interface SheetRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Which rows and columns of a sheet, from 0, are not shown. */
export interface HiddenAxes {
  row: (number: number) => boolean;
  column: (number: number) => boolean;
}

/** A worksheet, however its file is written. */
export interface StoredSheet {
  name: string;
  isHidden: boolean;
  /** Those that show something, row by row, each row from the left. */
  cells: SheetCell[];
  merges: readonly SheetRange[];
  hides: HiddenAxes;
  diagnostics: Diagnostic[];
}

export interface Workbook {
  title: string | undefined;
  author: string | undefined;
  /** Days are counted from 1904. */
  is1904: boolean;
  /** Each is read when it is asked for, so that one is in memory at a time. */
  sheets(show: ShowCell): Iterable<StoredSheet>;
}
