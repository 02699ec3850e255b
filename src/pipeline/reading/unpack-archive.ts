import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal, WebOrigin } from '../../../extractors/bytes/archive/archive-member.js';
import { openArchive } from '../../../extractors/bytes/archive/open-archive.js';
import type { ByteSource } from '../../../extractors/bytes/byte-view.js';
import { sha256Of } from '../files/sha256-of.js';
import type { KnownFromOutside } from '../inputs/known-from-outside.js';

/** A member of an archive on its way to the readers: its bytes lie in `file`, or it could not be unpacked. */
export type UnpackedMember =
  | { path: string; file: string; sha256: string; bytes: number; outside?: KnownFromOutside }
  | { path: string; refused: Refusal };

/**
 * Unpacks an archive, and those inside it, one member at a time: the next one only when the last was taken, so that no more
 * than a few lie on disk. The receiver deletes the files.
 */
export async function unpackArchive(
  source: ByteSource,
  path: string,
  folder: string,
  handOver: (member: UnpackedMember) => Promise<void>,
): Promise<void> {
  let count = 0;
  for await (const member of openArchive(source, path)) {
    if ('refused' in member) {
      await handOver(member);
      continue;
    }
    const file = join(folder, String(++count));
    await writeFile(file, member.bytes, { mode: 0o600 });
    const { length } = member.bytes;
    const outside = member.origin && (await outsideOf(member.bytes, member.origin));
    await handOver({
      path: member.path,
      file,
      sha256: sha256Of(member.bytes),
      bytes: length,
      ...(outside && { outside }),
    });
  }
}

/** Loads the reader of web pages only where a member comes from the web. */
async function outsideOf(bytes: Uint8Array, origin: WebOrigin): Promise<KnownFromOutside> {
  const { archivedFromWeb } = await import('./archived-from-web.js');
  return archivedFromWeb(bytes, origin);
}
