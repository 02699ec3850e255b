import { collected } from './collected.js';

/** What was written in pieces, whole. */
export const bytesOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  Buffer.concat(await collected(pieces));
