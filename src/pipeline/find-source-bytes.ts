import { readFile, stat } from 'node:fs/promises';
import { openArchive } from '../../extractors/archive/open-archive.js';
import { LIMITS } from '../../extractors/limits.js';
import type { SourcePlace } from './draw-job.js';
import { sha256Of } from './sha256-of.js';

/** The bytes with this sha256, from the first place that still has them; null where none has. */
export async function findSourceBytes(
  sha256: string,
  places: readonly SourcePlace[],
): Promise<Uint8Array | null> {
  for (const place of places) {
    const bytes = await bytesAt(place);
    if (bytes && sha256Of(bytes) === sha256) return bytes;
  }
  return null;
}

async function bytesAt({ file, path }: SourcePlace): Promise<Uint8Array | null> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size > LIMITS.inputBytes) return null;
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || path === file) return bytes;
  for await (const member of openArchive(bytes, file)) {
    if (member.path === path) return 'refused' in member ? null : member.bytes;
  }
  return null;
}
