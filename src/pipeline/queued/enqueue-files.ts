import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReadHints } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { Failure, Skipped } from '../../model/import-record.js';
import type { Queue, QueuedFile } from '../../model/ports/queue.js';
import { shownPath } from '../files/shown-path.js';
import { identifyContent, notRead, unreadableFile } from '../inputs/identify-content.js';
import { type InputFile, listInputs } from '../inputs/list-inputs.js';
import { manifestsInFolders } from '../inputs/manifests-in-folders.js';
import type { ManifestEntry } from '../inputs/read-manifest.js';
import { slashed } from '../inputs/slashed.js';
import { READER_VERSION } from '../reading/reader-version.js';
import { rowsOfFile } from './rows-of-file.js';

/** A file larger than this is never kept in the database; readers find it at its path. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024;
/** Files put by one statement. */
const BATCH = 200;

export interface EnqueueOptions {
  paths: readonly string[];
  /** Further paths, from a list; they need not exist. */
  listed?: readonly string[];
  manifest?: readonly ManifestEntry[];
  hints?: ReadHints;
  ocr: OcrMode;
  /** Files and folders to leave out. */
  except: readonly string[];
  /** Keeps the bytes in the queue, for hosts that do not see the files. */
  keepBytes: boolean;
  signal?: AbortSignal;
  /** Told how many of how many files have been put, now and then. */
  tell?: (done: number, files: number) => void;
}

export interface EnqueueSummary {
  files: number;
  /** Put, which did not wait before. */
  added: number;
  /** Put without their bytes for their size, though these were to be kept: readers must find them at their paths. The first are named. */
  byPath: { files: number; named: string[] };
  failures: Failure[];
  skipped: Skipped[];
  /** Not looked at because it was stopped. */
  left: number;
}

/**
 * Puts files, folders, patterns and archives on a queue, each by its content; what waits already is left as it waits.
 * @throws MissingPathError before the queue is touched; StoreError
 */
export async function enqueueFiles(queue: Queue, options: EnqueueOptions): Promise<EnqueueSummary> {
  const { paths, listed = [], hints = {}, manifest = [], signal, ocr, keepBytes, tell } = options;
  const beside = await manifestsInFolders([...paths, ...listed]);
  const except = [...options.except, ...beside.files];
  const { files, skipped } = await listInputs(paths, { listed, except, signal });
  const rowsOf = rowsOfFile([...beside.entries, ...manifest]);
  const summary: EnqueueSummary = {
    files: files.length,
    added: 0,
    byPath: { files: 0, named: [] },
    failures: [],
    skipped,
    left: 0,
  };
  const fail = (failure: Failure): void => {
    summary.failures.push({ ...failure, path: shownPath(failure.path) });
  };
  const batch: QueuedFile[] = [];
  const put = async (): Promise<void> => {
    const bytesOf = ({ file, path }: QueuedFile): Promise<Uint8Array | null> =>
      readFile(file).catch((error: unknown) => {
        const failure = unreadableFile(path, (error as NodeJS.ErrnoException).code);
        if (!failure) throw error;
        fail(failure);
        return null;
      });
    summary.added += await queue.put('text', batch.splice(0), READER_VERSION, bytesOf);
  };
  let done = 0;
  for (const input of files) {
    if (signal?.aborted) break;
    const identity = await identify(input, signal);
    if (identity === null) break;
    done++;
    if ('failure' in identity) {
      fail(identity.failure);
      continue;
    }
    const isKept = keepBytes && identity.bytes <= MOST_KEPT_BYTES;
    const { path, ignored, file = path } = input;
    if (keepBytes && !isKept) addByPath(summary, shownPath(path));
    batch.push({
      ...identity,
      path,
      file: slashed(resolve(file)),
      isKept,
      ignored,
      hints,
      rows: rowsOf(path),
      ocr,
    });
    if (batch.length < BATCH) continue;
    await put();
    tell?.(done, files.length);
  }
  await put();
  summary.left = files.length - done;
  await queue.putRest([{ kind: 'link' }], READER_VERSION);
  return summary;
}

/** So many files that are put without their bytes are named. */
const MOST_NAMED = 10;

function addByPath({ byPath }: EnqueueSummary, path: string): void {
  byPath.files++;
  if (byPath.named.length < MOST_NAMED) byPath.named.push(path);
}

/** Null where it was stopped. */
async function identify(
  { path, file = path, plain, unreadable }: InputFile,
  signal: AbortSignal | undefined,
): Promise<Awaited<ReturnType<typeof identifyContent>> | null> {
  if (unreadable !== undefined) return { failure: notRead(path, unreadable) };
  return identifyContent(file, path, { plain, signal }).catch((error: unknown) => {
    if (signal?.aborted && error === signal.reason) return null;
    throw error;
  });
}
