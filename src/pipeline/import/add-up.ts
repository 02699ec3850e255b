import { type ImportResult, MOST_NEWEST } from '../../model/import-record.js';
import type { Outcome } from '../../model/outcome.js';

/** A worker reads for weeks; of what it could not read so much is named in the log. */
export const MOST_NAMED = 200;

/** The numbers of two imports as those of one. */
export function addUp(total: ImportResult, part: ImportResult): ImportResult {
  const outcomes = { ...total.outcomes };
  for (const [outcome, count] of Object.entries(part.outcomes) as [Outcome, number][]) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  }
  return {
    files: total.files + part.files,
    archives: total.archives + part.archives,
    outcomes,
    unchanged: total.unchanged + part.unchanged,
    duplicates: total.duplicates + part.duplicates,
    kept: total.kept + part.kept,
    failures: [...total.failures, ...part.failures].slice(0, MOST_NAMED),
    skipped: [...total.skipped, ...part.skipped].slice(0, MOST_NAMED),
    left: total.left + part.left,
    newest: [...total.newest, ...part.newest].slice(-MOST_NEWEST),
  };
}
