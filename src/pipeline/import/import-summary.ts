import type { ReadDocument } from '../../model/document.js';
import { describeOutcome, type ImportResult, MOST_NEWEST } from '../../model/import-record.js';
import { isUnread } from '../../model/outcome.js';
import type { DocumentSubject, ReplacedPath } from '../../model/ports/documents.js';
import { gapsOf, type ReadingGap } from '../../model/reading-gaps.js';
import { type DocumentCounts, documentCounts } from './document-counts.js';

/** A document that was read in part. */
export interface PartialDocument {
  path: string;
  sha256: string;
  /** Rows that look like those of a form and were not recognized. */
  unreadRows: number;
  gaps: ReadingGap[];
}

/** A stored document that belongs elsewhere since it was read again. */
export interface MovedDocument {
  path: string;
  sha256: string;
  before: DocumentSubject;
  after: DocumentSubject;
}

/** What an import did, with what was found in the documents it read. */
export interface ImportSummary extends ImportResult, DocumentCounts {
  /** Of the documents it read those that the store had before. */
  reread: number;
  /** Of those the ones whose place, year or department is another now. */
  moved: MovedDocument[];
  /** Documents read without any form in them, known or not recognized. */
  withoutForms: number;
  /** Of those the ones with budget statements. */
  onlyStatements: number;
  /** Read documents without any disclosure, whose region, year or department was given: there is nothing that could hold it. */
  givenInVain: number;
  /** Documents read in part, those known before included. */
  partial: PartialDocument[];
  /** Paths at which an earlier import had seen another content. */
  replaced: ReplacedPath[];
  seconds: number;
}

export const emptySummary = (): ImportSummary => ({
  files: 0,
  archives: 0,
  outcomes: {},
  unchanged: 0,
  duplicates: 0,
  kept: 0,
  reread: 0,
  moved: [],
  withoutForms: 0,
  onlyStatements: 0,
  givenInVain: 0,
  partial: [],
  replaced: [],
  failures: [],
  skipped: [],
  left: 0,
  newest: [],
  seconds: 0,
  ...documentCounts(null),
});

/** Adds a stored document to the summary. */
export function addDocument(summary: ImportSummary, document: ReadDocument): void {
  const { outcome, path, sha256, reason } = document;
  summary.outcomes[outcome] = (summary.outcomes[outcome] ?? 0) + 1;
  summary.newest = [...summary.newest, sha256].slice(-MOST_NEWEST);
  const counts = documentCounts(document);
  for (const key of Object.keys(counts) as (keyof DocumentCounts)[]) summary[key] += counts[key];
  if ((outcome === 'ok' || outcome === 'partial') && counts.forms + counts.unreadRows === 0) {
    summary.withoutForms++;
    if (counts.statements > 0) summary.onlyStatements++;
    const isGiven = Object.values(document.hints ?? {}).some((each) => each !== undefined);
    if (isGiven && document.disclosures.length === 0) summary.givenInVain++;
  }
  addPartial(summary, { ...document, unreadRows: counts.unreadRows });
  addUnread(summary, { path, sha256, outcome, reason });
}

/** Notes a document of the import of which nothing was read, whether it was tried now or before. */
export function addUnread(
  summary: ImportSummary,
  { path, sha256, outcome, reason }: Pick<ReadDocument, 'path' | 'sha256' | 'outcome' | 'reason'>,
): void {
  if (isUnread(outcome)) summary.failures.push({ path, sha256, outcome, reason });
  else if (outcome === 'empty') summary.skipped.push({ path, reason: describeOutcome({ outcome, reason }) });
}

/** Notes a document of the import that was read in part, whether it was read now or before. */
export function addPartial(
  summary: ImportSummary,
  document: Pick<ReadDocument, 'path' | 'sha256' | 'outcome' | 'reason' | 'diagnostics'> & {
    unreadRows: number;
  },
): void {
  const { path, sha256, unreadRows } = document;
  const gaps = gapsOf(document);
  if (gaps.length > 0) summary.partial.push({ path, sha256, unreadRows, gaps });
}

/** Notes a document that the store had before and that was read again. */
export function addReread(summary: ImportSummary, moved: MovedDocument, wasRead: boolean): void {
  summary.reread++;
  const { before, after } = moved;
  const fields = Object.keys(before) as (keyof DocumentSubject)[];
  if (wasRead && fields.some((field) => before[field] !== after[field])) summary.moved.push(moved);
}
