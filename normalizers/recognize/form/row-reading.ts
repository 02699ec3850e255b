import type { RecognizedForm, TableHeader } from './form.js';
import type { Ledger } from './ledger.js';
import type { Slots } from './slots.js';

/** Rows of a grid being read into a form. */
export interface RowReading {
  readonly form: RecognizedForm;
  readonly ledger: Ledger;
  readonly slots: Slots;
  /** The last row that may belong to the form, from 1. */
  readonly lastRow: number;
}

/** The same under the header of a table. */
export interface TableReading extends RowReading {
  readonly header: TableHeader;
}

/** The cells that fill a row, by column from 0. */
export type RowCells = Slots[number];

export const lineAt = ({ slots }: Pick<RowReading, 'slots'>, row: number): RowCells => slots[row - 1] ?? [];
