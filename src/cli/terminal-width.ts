/**
 * Columns of the terminal; where there is none, COLUMNS.
 * @param otherwise where neither says; for tables enough for a wide page
 */
export const terminalWidth = (otherwise = FILE_WIDTH): number =>
  process.stdout.columns ?? (Number(process.env.COLUMNS) || otherwise);

/** Columns of a table: in a file the same whatever the terminal. */
export const tableWidth = (output: string | undefined): number =>
  output === undefined ? terminalWidth() : FILE_WIDTH;

const FILE_WIDTH = 160;
