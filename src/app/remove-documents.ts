import { rm } from 'node:fs/promises';
import type { Store } from '../model/ports/store.js';
import { sourcePath, sourcesFolder } from '../pipeline/inputs/keep-source.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { documentMeant } from './document-meant.js';

export interface Removed {
  documents: number;
  /** Folders and archives of which documents stay, because they have another path too. */
  kept: { folder: string; documents: number }[];
}

/**
 * Removes documents from the store, and the sources kept of them.
 * @param wanted as `documentMeant` takes them, or a folder or an archive they were imported from
 * @throws UserError where a name means no document or several; nothing is removed then
 */
export async function removeDocuments(store: Store, wanted: readonly string[]): Promise<Removed> {
  const kept: Removed['kept'] = [];
  const contents = new Set<string>();
  for (const each of wanted) {
    const { sha256, elsewhere } = await store.documentsBelow(each.replace(/^\.\//, ''));
    if (elsewhere > 0) kept.push({ folder: each, documents: elsewhere });
    const meant = sha256.length > 0 || elsewhere > 0 ? sha256 : [await documentMeant(store, each)];
    for (const content of meant) contents.add(content);
  }
  await store.remove([...contents]);
  await linkDepartments(store);
  const sources = sourcesFolder(store.path);
  for (const sha256 of contents) await rm(sourcePath(sources, sha256), { force: true });
  return { documents: contents.size, kept };
}
