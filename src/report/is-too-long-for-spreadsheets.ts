import type { Value } from './row.js';

/** Spreadsheets keep 15 digits of a number; a longer one, as ids of rows are, must be text to stay what it is. */
export const isTooLongForSpreadsheets = (value: Value): value is number =>
  typeof value === 'number' && Math.abs(value) >= 1e15;
