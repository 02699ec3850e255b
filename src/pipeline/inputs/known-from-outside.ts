import { resolve } from 'node:path';
import { maskName } from '../../../normalizers/privacy/mask-name.js';
import type { ReadHints } from '../../model/document.js';
import type { Provenance } from '../../model/ports/documents.js';
import type { ManifestEntry } from './read-manifest.js';
import { slashed } from './slashed.js';

/** What is known of a file before it is read. */
export interface KnownFromOutside extends Provenance {
  /** Null when nothing is known. */
  hints: ReadHints | null;
}

/**
 * A look-up of what is known of a file by its path: options of the import, which a manifest's row for the folder, archive or
 * file itself fills up and overrides; the row nearest to the file wins, column by column. What names a person is masked.
 */
export function knownFromOutside(
  options: ReadHints,
  manifest: readonly ManifestEntry[],
): (path: string) => KnownFromOutside {
  const rows = rowsByPath(manifest);
  const all = withoutBlanks(options);
  return (path) => {
    const known: KnownFromOutside = { url: null, published: null, hints: null };
    let hints: ReadHints = all;
    for (const level of levelsOf(path)) {
      const row = rows.get(level);
      if (!row) continue;
      hints = { ...hints, ...row.hints };
      known.url = row.url ?? known.url;
      known.published = row.published ?? known.published;
    }
    return { ...known, hints: Object.keys(hints).length > 0 ? maskedHints(hints) : null };
  };
}

/** What names a person in them is masked. */
export const maskedHints = (hints: ReadHints): ReadHints => ({
  ...hints,
  ...(hints.department !== undefined && { department: maskName(hints.department) }),
  ...(hints.title !== undefined && { title: maskName(hints.title) }),
  ...(hints.publisher !== undefined && { publisher: maskName(hints.publisher) }),
});

const withoutBlanks = ({ region, year, department }: ReadHints): ReadHints => ({
  ...(region !== undefined && { region }),
  ...(year !== undefined && { year }),
  ...(department !== undefined && { department }),
});

/** Rows of one path as one: the later fill up and override the earlier, column by column. */
function rowsByPath(manifest: readonly ManifestEntry[]): Map<string, ManifestEntry> {
  const rows = new Map<string, ManifestEntry>();
  for (const entry of manifest) {
    const path = levelsOf(entry.path).at(-1) ?? '';
    const before = rows.get(path);
    rows.set(path, {
      ...entry,
      hints: { ...before?.hints, ...entry.hints },
      url: entry.url ?? before?.url ?? null,
      published: entry.published ?? before?.published ?? null,
    });
  }
  return rows;
}

/** Everything that holds the file, from the root down, and the file: `/a`, `/a/b.zip`, `/a/b.zip!/c`, `/a/b.zip!/c/1.docx`. */
function levelsOf(path: string): string[] {
  const [outer = '', ...inner] = path.split('!/');
  const steps = [slashed(resolve(outer)), ...inner.map((part) => `!/${part}`)].flatMap((part) =>
    part.split(/(?=(?<!!)\/)/),
  );
  const levels: string[] = [];
  for (const step of steps) levels.push((levels.at(-1) ?? '') + step);
  return levels;
}
