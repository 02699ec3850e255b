import { type ByteSource, viewOf } from '../byte-view.js';
import { UnreadableError } from '../limits.js';
import { type Container, sniff } from '../sniff.js';
import { zipKind } from '../zip-kind.js';

const HEAD = 4096;

/** The container of a file, by its first bytes. */
export const containerOf = (source: ByteSource): Container => sniff(viewOf(source).slice(0, HEAD));

/** Whether the bytes are an archive of files, or of the web. OOXML, OpenDocument and OFD documents are zips, but not archives. */
export function isArchive(source: ByteSource): boolean {
  const container = containerOf(source);
  if (container === 'rar' || container === 'warc') return true;
  if (container !== 'zip') return false;
  try {
    return zipKind(source) === 'archive';
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}
