import { constants, gunzipSync } from 'node:zlib';

const HEAD = 4096;
const MOST = 64 * 1024;

/** First bytes of a gzip file (RFC 1952). */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Whether the first bytes are those of an archive of the web (WARC, ISO 28500), packed or not. */
export function isWarc(head: Uint8Array): boolean {
  if (!isGzip(head)) return beginsRecord(head);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST };
    return beginsRecord(gunzipSync(head.subarray(0, HEAD), options));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

const beginsRecord = (bytes: Uint8Array): boolean =>
  /^WARC\/[01]\.\d+\r?\n/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 16)));
