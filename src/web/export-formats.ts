export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows of a file that is written as it is read, of one that is made in memory, and of the best hits of a search. */
const STREAMED = 1_000_000;
const IN_MEMORY = 100_000;
const HITS = 1000;

/** Rows an export holds at most. */
export const mostRows = (view: string, format: ExportFormat): number =>
  view === 'all' ? HITS : format === 'xlsx' ? IN_MEMORY : STREAMED;
