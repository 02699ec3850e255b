/** Columns for tables: the terminal's; where there is none, COLUMNS or enough for a wide page. */
export const terminalWidth = (): number =>
  process.stdout.columns ?? (Number(process.env.COLUMNS) || FILE_WIDTH);

/** Columns of a table: in a file the same whatever the terminal. */
export const tableWidth = (output: string | undefined): number =>
  output === undefined ? terminalWidth() : FILE_WIDTH;

const FILE_WIDTH = 160;
