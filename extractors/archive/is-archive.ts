import { UnreadableError } from '../limits.js';
import { sniff } from '../sniff.js';
import { zipKind } from '../zip-kind.js';

/** Whether the bytes are an archive of files. OOXML, OpenDocument and OFD documents are zips, but not archives. */
export function isArchive(bytes: Uint8Array): boolean {
  const container = sniff(bytes);
  if (container === 'rar') return true;
  if (container !== 'zip') return false;
  try {
    return zipKind(bytes) === 'archive';
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}
