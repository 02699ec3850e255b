import type { ReadDocument } from '../model/document.js';
import { isUnread, type Outcome } from '../model/outcome.js';
import { countDocument, type DocumentCounts } from './count-document.js';

/** A file of which nothing is stored or read, and why. */
export interface Failure {
  path: string;
  /** `unreadable`: the file could not be opened, so there is no content to keep an outcome for. */
  outcome: Outcome | 'unreadable';
  reason: string | null;
}

/** What an import did. Counts are of this run; documents known before are `unchanged`. */
export interface ImportSummary extends DocumentCounts {
  /** Files found, ignored ones, archives and their members included. */
  files: number;
  /** Archives that were opened, or known with all their members. */
  archives: number;
  outcomes: Partial<Record<Outcome, number>>;
  /** Content that the store holds already, as this reader version reads it. */
  unchanged: number;
  /** Content met a second time in this run. */
  duplicates: number;
  /** Read again, but the store holds a better reading, which stands. */
  kept: number;
  /** Documents read without any known form in them. */
  withoutForms: number;
  failures: Failure[];
  /** Files not looked at because the import was stopped. */
  left: number;
  seconds: number;
}

export const emptySummary = (): ImportSummary => ({
  files: 0,
  archives: 0,
  outcomes: {},
  unchanged: 0,
  duplicates: 0,
  kept: 0,
  withoutForms: 0,
  failures: [],
  left: 0,
  seconds: 0,
  ...countDocument(null),
});

/** Adds a stored document to the summary. */
export function addDocument(summary: ImportSummary, document: ReadDocument): void {
  const { outcome, path, reason } = document;
  summary.outcomes[outcome] = (summary.outcomes[outcome] ?? 0) + 1;
  const counts = countDocument(document);
  for (const key of Object.keys(counts) as (keyof DocumentCounts)[]) summary[key] += counts[key];
  if ((outcome === 'ok' || outcome === 'partial') && counts.forms === 0) summary.withoutForms++;
  if (isUnread(outcome)) summary.failures.push({ path, outcome, reason });
}
