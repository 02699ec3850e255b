import { openArchive } from '../../../extractors/bytes/archive/open-archive.js';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { readWholeFile } from '../files/read-whole-file.js';
import { sha256Of } from '../files/sha256-of.js';
import { viewFile } from '../files/view-file.js';
import type { SourcePlace } from './draw-job.js';

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

/** Null where there is no such file or member, or it cannot be read any more. */
async function bytesAt({ file, path }: SourcePlace): Promise<Uint8Array | null> {
  if (path !== file) return viewFile(file, (view) => memberAt(view, file, path)).catch(ignoreUnreadable);
  return readWholeFile(file, LIMITS.inputBytes).catch(ignoreUnreadable);
}

async function memberAt(
  archive: Parameters<typeof openArchive>[0],
  file: string,
  path: string,
): Promise<Uint8Array | null> {
  for await (const member of openArchive(archive, file)) {
    if (member.path === path) return 'refused' in member ? null : member.bytes;
  }
  return null;
}

/** A file may go, or be closed to us, at any moment; whatever else is wrong is a fault of the program. */
function ignoreUnreadable(error: NodeJS.ErrnoException): null {
  if (error.code === undefined) throw error;
  return null;
}
