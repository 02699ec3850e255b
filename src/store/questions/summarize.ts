import { OUTCOMES, type Outcome } from '../../model/outcome.js';
import type { StoreSummary } from '../../model/ports/questions.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Counts over the whole store. */
export function summarize(db: Database): StoreSummary {
  const byOutcome = prepared(
    db,
    'SELECT outcome, count(*) AS documents FROM document_rows GROUP BY outcome',
  ).all() as {
    outcome: Outcome;
    documents: number;
  }[];
  byOutcome.sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  const counts = prepared(
    db,
    `SELECT count(*) AS documents, coalesce(sum(forms), 0) AS forms,
       (SELECT count(*) FROM disclosure_rows) AS disclosures,
       (SELECT coalesce(sum(projects), 0) FROM disclosure_rows) AS projects,
       (SELECT coalesce(sum(indicators), 0) FROM disclosure_rows) AS indicators,
       (SELECT coalesce(sum(statements), 0) FROM disclosure_rows) AS statements,
       coalesce(sum(cells), 0) AS cells,
       coalesce(sum(set_aside_cells), 0) AS setAsideCells,
       coalesce(sum(unclaimed_cells), 0) AS unclaimedCells,
       coalesce(sum(unread_rows), 0) AS unreadRows,
       count(unresolved) AS unresolved
     FROM document_rows`,
  ).get() as Omit<StoreSummary, 'outcomes'>;
  const outcomes = Object.fromEntries(byOutcome.map((each) => [each.outcome, each.documents]));
  return { ...counts, outcomes };
}
