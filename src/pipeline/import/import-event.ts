import type { ReadDocument } from '../../model/document.js';
import type { Failure } from '../../model/import-record.js';
import { isUnread } from '../../model/outcome.js';

/**
 * What an import tells while it works. `listed`: files known so far, more as archives are opened; `skipped`: something that
 * is no file, and not counted among them; `started`: a reading process begins with the file; `linking`: all are read, and the
 * promises and results of so many departments are put together. Each of the others says of one file that it is done; a document
 * that was `kept` is not the stored one, which is better.
 */
export type ImportEvent =
  | { kind: 'listed'; files: number }
  | { kind: 'started'; path: string }
  | { kind: 'skipped'; path: string; reason: string }
  | { kind: 'linking'; done: number; departments: number }
  | { kind: 'document'; path: string; document: ReadDocument; kept: boolean }
  | { kind: 'unchanged' | 'duplicate' | 'archive'; path: string }
  | { kind: 'failure'; failure: Failure };

export type ReportImport = (event: ImportEvent) => void;

/** An event that says a file is done. */
export type FileDone = Exclude<ImportEvent, { kind: 'listed' | 'started' | 'skipped' | 'linking' }>;

export const isFileDone = (event: ImportEvent): event is FileDone =>
  event.kind !== 'listed' && event.kind !== 'started' && event.kind !== 'skipped' && event.kind !== 'linking';

/** What a person should hear of at once: the file was not read. */
export function failureIn(event: FileDone): Failure | null {
  if (event.kind === 'failure') return event.failure;
  if (event.kind !== 'document' || !isUnread(event.document.outcome)) return null;
  const { sha256, outcome, reason } = event.document;
  return { path: event.path, sha256, outcome, reason };
}
