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
  const rows = new Map(manifest.map((entry) => [levelsOf(entry.path).at(-1) ?? '', entry]));
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
    return { ...known, hints: Object.keys(hints).length > 0 ? masked(hints) : null };
  };
}

const masked = (hints: ReadHints): ReadHints =>
  hints.department === undefined ? hints : { ...hints, department: maskName(hints.department) };

const withoutBlanks = ({ region, year, department }: ReadHints): ReadHints => ({
  ...(region !== undefined && { region }),
  ...(year !== undefined && { year }),
  ...(department !== undefined && { department }),
});

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
