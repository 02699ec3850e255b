import { explainError } from '../../model/explain-error.js';
import type { ImportGiven } from '../../model/import-record.js';
import type { ImportLog } from '../../model/ports/documents.js';
import type { ImportSummary } from './import-summary.js';

/** Lets an import run, and writes down when, what it was given and how it ended. */
export async function logImport(
  log: ImportLog,
  given: ImportGiven,
  read: () => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const id = await log.beginImport(given);
  let summary: ImportSummary;
  try {
    summary = await read();
  } catch (error) {
    await noteFailure(log, id, error);
    throw error;
  }
  await log.endImport(id, { result: summary });
  return summary;
}

/** A store that cannot be written (a full disk) has no room for this either; its record then stays without an end. */
async function noteFailure(log: ImportLog, id: number, failure: unknown): Promise<void> {
  try {
    await log.endImport(id, { error: explainError(failure) });
  } catch (error) {
    if ((error as Error).name !== 'StoreError') throw error;
  }
}
