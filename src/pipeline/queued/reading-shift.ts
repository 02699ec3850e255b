import type { Store } from '../../model/ports/store.js';
import { openSpool } from '../files/spool.js';
import { BatchWriter } from '../import/batch-writer.js';
import type { ReportImport } from '../import/import-event.js';
import { sourcesFolder } from '../inputs/keep-source.js';
import { readerPool } from '../reading/reader-pool.js';
import { READING_LIMITS, readingLimits } from '../reading/reading-limits.js';
import type { ReadingPlace } from './read-queued.js';

export interface ShiftOptions {
  jobs: number;
  /** Of them those that read pictures at a time. */
  ocrJobs: number;
  keepSources: boolean;
  signal: AbortSignal;
  /** Another module for the reading processes. */
  entry?: string;
  report?: ReportImport;
}

/** What a worker reads with while its store can be used. */
export interface ReadingShift {
  store: Store;
  place: Omit<ReadingPlace, 'queue'>;
  /** Ends the readers; what they are at is dropped. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Opens readers, a writer and a folder for bytes over a store, which stays open. */
export async function readingShift(
  store: Store,
  { jobs, ocrJobs, keepSources, signal, entry, report }: ShiftOptions,
): Promise<ReadingShift> {
  const spool = await openSpool();
  const readers = {
    text: readerPool({ jobs, entry, limits: READING_LIMITS }),
    ocr: readerPool({ jobs: Math.max(1, ocrJobs), entry, limits: readingLimits('auto') }),
  };
  const unpackers = readerPool({ jobs: 1, entry });
  const stop = async (): Promise<void> => {
    await Promise.all([readers.text.close(), readers.ocr.close(), unpackers.close()]);
  };
  return {
    store,
    place: {
      sink: store,
      writer: new BatchWriter(store),
      readers,
      unpackers,
      folder: spool.folder,
      sources: keepSources ? sourcesFolder(store.path) : undefined,
      signal,
      report,
    },
    stop,
    close: async () => {
      await stop();
      await spool.remove();
    },
  };
}
