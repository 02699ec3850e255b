import type { ReadHints } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { Skipped } from '../../model/import-record.js';
import type { DocumentSink } from '../../model/ports/documents.js';
import { knownFromOutside } from '../inputs/known-from-outside.js';
import { type InputFile, type ListingOptions, listInputs } from '../inputs/list-inputs.js';
import type { ManifestEntry } from '../inputs/read-manifest.js';
import { possibleOcr } from '../reading/possible-ocr.js';
import { type ReaderOptions, readerPool } from '../reading/reader-pool.js';
import { readingLimits } from '../reading/reading-limits.js';
import type { ReportImport } from './import-event.js';
import { ImportFlow } from './import-flow.js';
import { ImportRun } from './import-run.js';
import type { ImportSummary } from './import-summary.js';

export interface ImportOptions extends ReaderOptions, ListingOptions {
  sink: DocumentSink;
  /** Region, year, department of all files, where the user knows them. */
  hints?: ReadHints;
  /** What is known of single files, folders or archives; wins over `hints`. */
  manifest?: readonly ManifestEntry[];
  /** Contents (sha256 → path) to read again although the store has them; nothing else is read. */
  only?: ReadonlyMap<string, string>;
  /** How pictures of text are read; `auto` by default. Without the parts for it none are. */
  ocr?: OcrMode;
  /** Folder that keeps the bytes of every file read. */
  sources?: string;
  /** Stops the import cleanly: files under way are dropped and read by the next run. */
  signal?: AbortSignal;
  /** Told of every file as it is done. */
  report?: ReportImport;
}

/**
 * Imports files, folders, patterns and archives: list, hash, skip what the store knows, read in child processes, one writer.
 * What is wrong with a file is its document's outcome; a file that killed its process is tried once more, alone, at the end.
 * @throws MissingPathError before the store is touched; what the sink throws, after the files under way
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const { files, skipped } = await listInputs(paths, options);
  return importInputs(files, options, skipped);
}

/** Imports files that were listed already. @throws what the sink throws */
export async function importInputs(
  inputs: readonly InputFile[],
  options: ImportOptions,
  skipped: readonly Skipped[] = [],
): Promise<ImportSummary> {
  const { sink, signal, hints = {}, manifest = [] } = options;
  const ocr = possibleOcr(options.ocr ?? 'auto');
  const readers = readerPool({ limits: readingLimits(ocr), ...options });
  const unpackers = readerPool({ ...options, jobs: 1 });
  const run = new ImportRun(sink, options.report);
  const outside = knownFromOutside(hints, manifest);
  const flow = new ImportFlow({ ...options, ocr, run, readers, unpackers, outside });
  const close = async (): Promise<void> => {
    await Promise.all([readers.close(), unpackers.close()]);
  };
  const stop = (): void => void close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    run.expect(inputs.length);
    for (const each of skipped) run.skip(each);
    for (const input of inputs) {
      if (signal?.aborted || flow.broken) break;
      await flow.add(input);
    }
    await flow.caughtUp();
    if (!signal?.aborted) for (const path of flow.missed()) run.missed(path);
    return await run.finish();
  } finally {
    signal?.removeEventListener('abort', stop);
    await close();
    await flow.close();
  }
}
