/** What one statement of a person may take: rows a table for people shows, rows of a file, seconds. */
export const SQL_LIMITS = { shown: 200, filed: 100_000, seconds: 60 } as const;
