import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_NAME, type ManifestEntry, readManifest } from './read-manifest.js';

/**
 * What the manifests say that stand in folders among the paths, as a collection leaves them there; and the files they are,
 * which are no documents.
 * @throws ManifestError; what the file system throws
 */
export async function manifestsInFolders(
  paths: readonly string[],
): Promise<{ entries: ManifestEntry[]; files: string[] }> {
  const files = paths.map((path) => join(path, MANIFEST_NAME)).filter((file) => existsSync(file));
  const entries: ManifestEntry[] = [];
  for (const file of files) entries.push(...(await readManifest(file)));
  return { entries, files };
}
