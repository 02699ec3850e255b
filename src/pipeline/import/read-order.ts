import type { ReadHints } from '../../model/document.js';
import { explainError } from '../../model/explain-error.js';
import type { ImportGiven } from '../../model/import-record.js';
import type { Outcome } from '../../model/outcome.js';
import type { Cycles } from '../../model/ports/cycles.js';
import type { ImportLog } from '../../model/ports/documents.js';
import type { Store } from '../../model/ports/store.js';
import { shownPath } from '../files/shown-path.js';
import { filesOfStore } from '../inputs/files-of-store.js';
import { sourcesFolder } from '../inputs/keep-source.js';
import type { InputFile } from '../inputs/list-inputs.js';
import { manifestsInFolders } from '../inputs/manifests-in-folders.js';
import type { ManifestEntry } from '../inputs/read-manifest.js';
import { defaultJobs } from '../reading/default-jobs.js';
import { possibleOcr } from '../reading/possible-ocr.js';
import { maskStore } from '../reading/private-in-store.js';
import { PATIENT_LIMITS } from '../reading/reading-limits.js';
import { linkDepartments } from '../subjects/link-departments.js';
import { type ImportOptions, importFiles, importInputs } from './import-files.js';
import type { ImportSummary } from './import-summary.js';
import { outdated } from './needs-reading.js';
import { rereadFiles } from './reread-files.js';
import { retryable } from './retryable.js';

/** What may be asked of an import. */
export type ImportOrder =
  | {
      kind: 'paths';
      paths: readonly string[];
      /** Further paths, from a list; they need not exist. */
      listed?: readonly string[];
      manifest?: readonly ManifestEntry[];
      hints?: ReadHints;
    }
  /** Files laid on disk under another name than their own; their bytes are kept beside the store. */
  | { kind: 'upload'; files: readonly InputFile[]; hints?: ReadHints }
  | { kind: 'retry'; outcomes: readonly Outcome[] }
  | { kind: 'refresh' };

export interface OrderOptions extends Pick<ImportOptions, 'signal' | 'report' | 'except' | 'entry' | 'ocr'> {
  /** Reading processes at a time; as many as the machine bears where not given. */
  jobs?: number;
  keepSources?: boolean;
}

/**
 * Carries an order out and writes it into the log of the store. Files that belong to the store are left out.
 * @throws MissingPathError before anything is written; StoreError; what the file system throws for the store's files
 */
export async function readOrder(
  store: Store,
  order: ImportOrder,
  { keepSources = false, except = [], ...options }: OrderOptions,
): Promise<ImportSummary> {
  const sources = sourcesFolder(store.path);
  const basic: ImportOptions = {
    ...options,
    jobs: options.jobs ?? defaultJobs(possibleOcr(options.ocr ?? 'auto')),
    sink: store,
    except: [...filesOfStore(store.path), ...except],
    sources: keepSources || order.kind === 'upload' ? sources : undefined,
  };
  const { report } = options;
  const tell = (done: number, departments: number): void => report?.({ kind: 'linking', done, departments });
  return logImport(store, givenBy(order), tell, async () => {
    switch (order.kind) {
      case 'paths': {
        const { paths, manifest = [], ...known } = order;
        const beside = await manifestsInFolders([...paths, ...(order.listed ?? [])]);
        return importFiles(paths, {
          ...basic,
          ...known,
          manifest: [...beside.entries, ...manifest],
          except: [...(basic.except ?? []), ...beside.files],
        });
      }
      case 'upload':
        return importInputs(order.files, { ...basic, hints: order.hints });
      case 'retry':
        return rereadFiles(
          await retryable(store, order.outcomes, options.ocr),
          { ...basic, limits: PATIENT_LIMITS },
          sources,
        );
      case 'refresh':
        await maskStore(store);
        return rereadFiles(await store.listReadings(outdated(options.ocr)), basic, sources);
    }
  });
}

/** What the log says of an order. */
export function givenBy(order: ImportOrder): ImportGiven {
  switch (order.kind) {
    case 'paths':
      return { kind: 'paths', paths: [...order.paths, ...(order.listed ?? [])].map(shownPath) };
    case 'upload':
      return { kind: 'upload', paths: order.files.map(({ path }) => shownPath(path)) };
    case 'retry':
      return { kind: 'retry', paths: order.outcomes };
    case 'refresh':
      return { kind: 'refresh', paths: [] };
  }
}

/** Lets an import run, and writes down when, what it was given and how it ended. */
async function logImport(
  log: ImportLog & Cycles,
  given: ImportGiven,
  tell: (done: number, departments: number) => void,
  read: () => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const id = await log.beginImport(given);
  let summary: ImportSummary;
  try {
    summary = await read();
    await linkDepartments(log, tell);
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
