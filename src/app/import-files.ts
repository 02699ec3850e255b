import type { Store } from '../model/ports/store.js';
import type { ImportOptions } from '../pipeline/import/import-files.js';
import type { ImportSummary } from '../pipeline/import/import-summary.js';
import { readOrder } from '../pipeline/import/read-order.js';
import { requirePaths } from '../pipeline/inputs/list-inputs.js';

export type LibraryImportOptions = Partial<
  Pick<ImportOptions, 'jobs' | 'hints' | 'manifest' | 'signal' | 'report' | 'ocr'>
>;

/**
 * Imports files, folders, patterns and archives into a store, as `mingzhang import` does: files are read in processes of
 * their own, what the store knows is skipped, what is wrong with a file is its document's outcome and in `failures`.
 * @param options `jobs`: reading processes (default: one per processor, fewer where memory does not hold so many that recognize
 *   pictures); `hints`: region, year, department where known;
 *   `signal` stops cleanly; `report` is told of every file; `ocr`: how pictures of
 *   text are read (default: `auto`, where the optional parts are installed)
 * @throws MissingPathError before the store is touched; StoreError when the store cannot be written
 */
export async function importFiles(
  paths: readonly string[],
  store: Store,
  { hints, manifest, ...options }: LibraryImportOptions = {},
): Promise<ImportSummary> {
  await requirePaths(paths);
  return readOrder(store, { kind: 'paths', paths, hints, manifest }, options);
}
