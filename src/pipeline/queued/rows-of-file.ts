import { dirname, resolve } from 'node:path';
import type { QueuedRow } from '../../model/ports/queue.js';
import type { ManifestEntry } from '../inputs/read-manifest.js';
import { slashed } from '../inputs/slashed.js';

/**
 * A look-up of the rows of a manifest that say something of a file: its own, those of folders that hold it, those of what it holds; in their
 * order, by paths from the root, as every host reads them.
 */
export function rowsOfFile(manifest: readonly ManifestEntry[]): (file: string) => QueuedRow[] {
  const rows = new Map<string, { order: number; row: QueuedRow }[]>();
  manifest.forEach((entry, order) => {
    const [outer = '', ...inner] = entry.path.split('!/');
    const at = slashed(resolve(outer));
    const row = { ...entry, path: [at, ...inner].join('!/') };
    rows.set(at, [...(rows.get(at) ?? []), { order, row }]);
  });
  return (file) => {
    if (rows.size === 0) return [];
    const found = levels(slashed(resolve(file))).flatMap((level) => rows.get(level) ?? []);
    return found.sort((a, b) => a.order - b.order).map(({ row }) => row);
  };
}

function levels(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [...levels(above), path];
}
