import { type FileHandle, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { withDetail } from '../../model/explain-error.js';
import { UserError } from '../../model/facts/user-error.js';
import { MANIFEST_NAME } from '../../pipeline/inputs/read-manifest.js';
import { unfinishedBeside } from '../../processes/unfinished-beside.js';
import { headerLine, type ManifestRow, parseManifest, rowLine } from './manifest-row.js';

/**
 * The manifest of a folder: every address with what became of it, a row for each version. Rows are written behind each other
 * as things happen, the later one of an address and content counts; it is written anew, with each row once, when it is opened
 * and when it is closed.
 */
export class ManifestFile {
  private readonly rows = new Map<string, ManifestRow>();
  private readonly newest = new Map<string, ManifestRow>();
  private handle: FileHandle | null = null;

  private constructor(private readonly file: string | null) {}

  /**
   * Opens the manifest of a folder, which may have none yet.
   * @param isKept whether rows are written; else they are only remembered
   * @throws UserError where what stands there is no manifest
   */
  static async open(folder: string, isKept: boolean): Promise<ManifestFile> {
    const file = join(folder, MANIFEST_NAME);
    const manifest = new ManifestFile(isKept ? file : null);
    for (const row of await rowsOf(file)) manifest.remember(row);
    if (isKept) {
      await manifest.writeAnew();
      manifest.handle = await open(file, 'a');
    }
    return manifest;
  }

  /** The newest row of an address that is not that of an older version. */
  current(url: string): ManifestRow | null {
    return this.newest.get(url) ?? null;
  }

  all(): ManifestRow[] {
    return [...this.rows.values()];
  }

  async put(row: ManifestRow): Promise<void> {
    this.remember(row);
    await this.handle?.appendFile(rowLine(row));
  }

  async close(): Promise<void> {
    if (!this.handle) return;
    await this.handle.close();
    this.handle = null;
    await this.writeAnew();
  }

  private remember(row: ManifestRow): void {
    this.rows.set(`${row.url} ${row.sha256}`, row);
    // An address that was had in vain so far, and then brought something.
    if (row.sha256 !== '') this.rows.delete(`${row.url} `);
    if (row.status !== 'replaced') this.newest.set(row.url, row);
  }

  private async writeAnew(): Promise<void> {
    if (this.file === null) return;
    const unfinished = unfinishedBeside(this.file);
    await writeFile(unfinished, [headerLine(), ...this.all().map(rowLine)].join(''));
    await rename(unfinished, this.file);
  }
}

async function rowsOf(file: string): Promise<ManifestRow[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return [];
  try {
    return parseManifest(decodeText(bytes).text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    throw new UserError(withDetail(`${file} 不是能读的清单`, error), { cause: error });
  }
}
