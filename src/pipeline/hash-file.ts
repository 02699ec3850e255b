import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { DocumentIdentity } from './content.js';

const PIECE = 1024 * 1024;

/** sha256 (hex) and length of a file, read in pieces. */
export async function hashFile(file: string): Promise<DocumentIdentity> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const piece = Buffer.allocUnsafe(Math.min(PIECE, size + 1));
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
