import { createHash } from 'node:crypto';
import { openRegular } from '../files/open-regular.js';
import type { DocumentIdentity } from './content.js';

const PIECE = 1024 * 1024;

/**
 * sha256 (hex) and length of a file, read in pieces.
 * @param plain the file was no link when it was found, and must be none now
 * @throws NotAFileError; what the file system throws; the reason of the signal when it stops the reading
 */
export async function hashFile(
  file: string,
  { plain, signal }: { plain?: boolean; signal?: AbortSignal } = {},
): Promise<DocumentIdentity> {
  const handle = await openRegular(file, { plain });
  try {
    const { size } = await handle.stat();
    const piece = Buffer.allocUnsafe(Math.min(PIECE, size + 1));
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(piece, 0, piece.length, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
