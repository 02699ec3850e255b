import { OUTCOME_TEXT, type Outcome } from './outcome.js';

/** A file that was not read, or of which nothing is stored, and why. */
export interface Failure {
  path: string;
  /** Its content, where it has one: the document of this content says the same. */
  sha256: string | null;
  /** `unreadable`: the file could not be opened, so there is no content to keep an outcome for. */
  outcome: Outcome | 'unreadable';
  reason: string | null;
}

/** What was met and holds nothing to read: an empty file, a pipe, a device, an empty folder, a folder reached a second time. */
export interface Skipped {
  path: string;
  reason: string;
}

const UNREADABLE = { title: '打不开', advice: '请检查文件是否还在、是否有读取权限' };

/** What to call how a file ended, and what the user can do about it. */
export const outcomeText = (outcome: Failure['outcome']): { title: string; advice: string } =>
  outcome === 'unreadable' ? UNREADABLE : OUTCOME_TEXT[outcome];

/** How a file ended, why, and what the user can do about it. */
export function describeOutcome({ outcome, reason }: Omit<Failure, 'path' | 'sha256'>): string {
  const { title, advice } = outcomeText(outcome);
  return [title, reason, advice].filter(Boolean).join('；');
}

/**
 * What an import was asked to do: read files (by their paths, or the names of uploaded ones), read again what is stored, or read what a
 * queue has (`paths`: the host that did).
 */
export interface ImportGiven {
  kind: 'paths' | 'upload' | 'retry' | 'refresh' | 'queue';
  paths: readonly string[];
}

/** So many of the documents an import stored are named. */
export const MOST_NEWEST = 20;

/** How an import ended. Counts are of this run; documents known before are `unchanged`. */
export interface ImportResult {
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
  failures: Failure[];
  skipped: Skipped[];
  /** Files not looked at because the import was stopped. */
  left: number;
  /** sha256 of the last documents it stored, the last one last; at most `MOST_NEWEST`. */
  newest: string[];
}

/** One import as the log of the store keeps it. */
export interface ImportRecord {
  id: number;
  kind: ImportGiven['kind'];
  /** The first of what was given; `givenCount` of all. */
  given: string[];
  givenCount: number;
  /** ISO 8601. */
  started: string;
  /** Null while it runs, and where the program was killed. */
  ended: string | null;
  /** Null while it runs, and where it broke off; of its failures the first are kept, `failureCount` of all. */
  result: ImportResult | null;
  failureCount: number;
  /** Why it broke off. */
  error: string | null;
}
