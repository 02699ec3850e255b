import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OWN_FOLDER } from './own-folder.js';

/** Files stand in a folder an import enters; pages, which are kept for their links alone, in one it does not. */
const FOLDERS = { file: 'files', page: `${OWN_FOLDER}/pages` } as const;

/** Path of a content below the folder of the collection: by its sha256, with an ending by which programs open it. */
export const contentPath = (kind: keyof typeof FOLDERS, sha256: string, ending: string): string =>
  `${FOLDERS[kind]}/${sha256.slice(0, 2)}/${sha256}.${ending}`;

/** Contents below a folder, each once. */
export class KeptContents {
  constructor(private readonly folder: string) {}

  has(path: string): boolean {
    return path !== '' && existsSync(join(this.folder, path));
  }

  /** Moves a file that came to its place; where its content stands already it is removed. */
  async take(file: string, path: string): Promise<void> {
    const place = join(this.folder, path);
    const standing = await stat(place).catch(() => null);
    if (standing?.isFile() && standing.size === (await stat(file)).size) return rm(file, { force: true });
    await mkdir(dirname(place), { recursive: true });
    await rename(file, place);
  }

  read(path: string): Promise<Uint8Array> {
    return readFile(join(this.folder, path));
  }
}
