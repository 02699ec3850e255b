import type { ReadHints } from '../model/document.js';
import type { ImportOrder } from '../pipeline/import/read-order.js';
import { requirePaths } from '../pipeline/inputs/list-inputs.js';
import { type ManifestEntry, readManifest } from '../pipeline/inputs/read-manifest.js';
import { readPathList } from '../pipeline/inputs/read-path-list.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';

/** What a person gives to be imported. */
export interface ImportAsked {
  /** Files, folders, patterns, archives. */
  paths: readonly string[];
  /** Further paths, one a line. */
  list?: AsyncIterable<Buffer | string>;
  /** A file that says region, year, department and source of files; without other paths those it names are read. */
  manifest?: string;
  hints: ReadHints;
}

/**
 * The order that carries a wish out, looked at before the store is touched.
 * @throws MissingPathError on paths that are not there; UserError on a manifest that is none; QueryError on a region there is not
 */
export async function importOrder({
  paths,
  list,
  manifest: file,
  hints,
}: ImportAsked): Promise<Extract<ImportOrder, { kind: 'paths' }>> {
  await requirePaths(paths);
  if (hints.region !== undefined) regionNamed(hints.region, hints.year);
  const manifest = file === undefined ? [] : await entriesOf(file);
  const isByManifest = paths.length === 0 && list === undefined;
  const listed = isByManifest ? manifest.map(containerOf) : list ? await readPathList(list) : [];
  return { kind: 'paths', paths, listed, manifest, hints };
}

async function entriesOf(file: string): Promise<ManifestEntry[]> {
  await requirePaths([file]);
  return readManifest(file);
}

const containerOf = ({ path }: ManifestEntry): string => path.split('!/')[0] ?? path;
