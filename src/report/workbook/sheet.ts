import type { Rows } from '../row.js';

export type SheetValue = string | number | null;

/** A column of a sheet: how it is called, and what it says of an item. */
export interface SheetColumn<T> {
  title: string;
  /** In characters; a Chinese one takes two. */
  width: number;
  value(item: T): SheetValue;
  /** Number format: `#,##0.00`. */
  format?: string;
  /** Sheet and row (from 1) its cell leads to. */
  link?(item: T): { sheet: string; row: number };
  /** Formula that shows the value, null where there is none; for links that must follow a row which is sorted. */
  formula?(item: T): string | null;
  /** The reader fills it in; with `choices`, one of these. */
  answer?: { choices?: readonly string[] };
}

/**
 * A worksheet with one row per item under a frozen, filterable header; prints in landscape with the header on every page.
 * Text stays text, whatever it begins with.
 */
export interface Sheet<T = unknown> {
  name: string;
  columns: readonly SheetColumn<T>[];
  /** The items, some at a time; taken once, when the sheet is written. */
  blocks: Rows<readonly T[]>;
  /** Columns on the left that stay when the sheet is scrolled. */
  frozen: number;
  /** Columns from the left that are printed. */
  printed: number;
  /** With a filter in the header. */
  isFiltered: boolean;
}

/** @param items in order; those that are still to come are taken one at a time */
export const sheet = <T>(
  name: string,
  columns: readonly SheetColumn<T>[],
  items: Rows<T>,
  more: Partial<Sheet<T>> = {},
): Sheet<T> => sheetOfBlocks(name, columns, inBlocks(items), more);

export const sheetOfBlocks = <T>(
  name: string,
  columns: readonly SheetColumn<T>[],
  blocks: Rows<readonly T[]>,
  { frozen = 1, printed = columns.length, isFiltered = true }: Partial<Sheet<T>> = {},
): Sheet<T> => ({ name, columns, blocks, frozen, printed, isFiltered });

async function* inBlocks<T>(items: Rows<T>): AsyncGenerator<readonly T[]> {
  for await (const item of items) yield [item];
}
