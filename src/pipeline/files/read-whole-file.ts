import { openRegular } from './open-regular.js';

/**
 * The bytes of an ordinary file; null where it is longer than `most` bytes.
 * @throws NotAFileError; what the file system throws
 */
export async function readWholeFile(
  file: string,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Uint8Array | null> {
  const handle = await openRegular(file);
  try {
    if ((await handle.stat()).size > most) return null;
    const { buffer, byteOffset, byteLength } = await handle.readFile();
    return new Uint8Array(buffer, byteOffset, byteLength);
  } finally {
    await handle.close();
  }
}
