import type { ReadDocument } from '../model/document.js';
import type { ImportResult } from '../model/import-record.js';
import { isUnread } from '../model/outcome.js';
import { countDocument, type DocumentCounts } from './count-document.js';

/** A document with rows that look like those of a form and were not recognized, and their number. */
export interface UnreadDocument {
  path: string;
  sha256: string;
  rows: number;
}

/** What an import did, with what was found in the documents it read. */
export interface ImportSummary extends ImportResult, DocumentCounts {
  /** Documents read without any form in them, known or not recognized. */
  withoutForms: number;
  unread: UnreadDocument[];
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
  unread: [],
  failures: [],
  left: 0,
  seconds: 0,
  ...countDocument(null),
});

/** Adds a stored document to the summary. */
export function addDocument(summary: ImportSummary, document: ReadDocument): void {
  const { outcome, path, sha256, reason } = document;
  summary.outcomes[outcome] = (summary.outcomes[outcome] ?? 0) + 1;
  const counts = countDocument(document);
  for (const key of Object.keys(counts) as (keyof DocumentCounts)[]) summary[key] += counts[key];
  if ((outcome === 'ok' || outcome === 'partial') && counts.forms + counts.unreadRows === 0) {
    summary.withoutForms++;
  }
  if (counts.unreadRows > 0) summary.unread.push({ path, sha256, rows: counts.unreadRows });
  if (isUnread(outcome)) summary.failures.push({ path, sha256, outcome, reason });
}
