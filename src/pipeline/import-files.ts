import type { ReadDocument } from '../model/document.js';
import type { DocumentSink } from '../model/ports.js';
import { READ_ENTRY } from './entries.js';
import { type Content, identifyContent } from './identify-content.js';
import { ImportRun, type ReportImport } from './import-run.js';
import type { ImportSummary } from './import-summary.js';
import { listInputs } from './list-inputs.js';
import type { ReadHints, ReadJob } from './read-job.js';
import { type PoolOptions, ReaderPool } from './reader-pool.js';

export interface ImportOptions extends Omit<PoolOptions, 'entry'> {
  /** Another module for the reading processes. */
  entry?: string;
  sink: DocumentSink;
  /** Files to leave out although they stand in a folder named, such as the store itself. */
  except?: readonly string[];
  /** Region, year, department of all files, where the user knows them. */
  hints?: ReadHints;
  /** Stops the import cleanly: files under way are dropped and read by the next run. */
  signal?: AbortSignal;
  /** Told of every file as it is done. */
  report?: ReportImport;
}

/**
 * Imports files and folders: list, hash, skip what the store knows, read in child processes, one writer. What is wrong with
 * a file is its document's outcome; a file that killed its process is tried once more, alone, at the end.
 * @throws MissingPathError before the store is touched; what the sink throws, after the files under way
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const { sink, except, hints = {}, signal, report } = options;
  const inputs = await listInputs(paths, except);
  const pool = new ReaderPool<ReadDocument>({ entry: READ_ENTRY, ...options });
  const run = new ImportRun(sink, inputs.length, report);
  const stop = (): void => void pool.close();
  const job = ({ path }: Content): ReadJob => ({ file: path, path, hints });
  signal?.addEventListener('abort', stop, { once: true });

  const killers: Content[] = [];
  const read = async (content: Content): Promise<void> => {
    const result = await pool.read(job(content));
    if (result.kind === 'died') killers.push(content);
    else await run.settle(content, result);
  };

  try {
    for (const input of inputs) {
      if (signal?.aborted || run.broken) break;
      const content = await identifyContent(input);
      if ('failure' in content) run.fail(content.failure);
      else if (await run.isKnown(content)) continue;
      else if (input.ignored) run.background(run.ignore(content));
      else {
        await Promise.all([pool.room(), run.room()]);
        run.background(read(content));
      }
    }
    await run.caughtUp();
    for (const content of killers) {
      if (!signal?.aborted) await run.settle(content, await pool.read(job(content)));
    }
    return await run.finish();
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}
