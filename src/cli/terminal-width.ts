/** Columns for tables: the terminal's; where there is none, COLUMNS or enough for a wide page. */
export const terminalWidth = (): number => process.stdout.columns ?? (Number(process.env.COLUMNS) || 160);
