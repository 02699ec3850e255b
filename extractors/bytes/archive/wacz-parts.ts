import { type ByteSource, viewBy, viewOf } from '../byte-view.js';
import { LIMITS } from '../limits.js';
import { inflateEntry, listZip, packedAt, type ZipEntry } from '../zip-file.js';
import { zipName } from '../zip-name.js';
import { containerOf } from './is-archive.js';

/** An archive inside a WACZ file. */
export interface WaczPart {
  name: string;
  source: ByteSource;
}

/**
 * The archives of the web in a WACZ file (specs.webrecorder.net/wacz/1.1.1: a zip with `datapackage.json` and `archive/`);
 * everything else in it is an index of them. None where the file is no WACZ.
 * @throws UnreadableError, LimitError
 */
export function waczParts(source: ByteSource): WaczPart[] {
  if (containerOf(source) !== 'zip') return [];
  const entries = listZip(source, LIMITS.archiveMembers).map((entry) => ({ entry, name: zipName(entry) }));
  if (!entries.some(({ name }) => name === 'datapackage.json')) return [];
  return entries.flatMap(({ entry, name }) =>
    /^archive\/.+\.warc(?:\.gz)?$/i.test(name) ? [{ name, source: partOf(source, entry) }] : [],
  );
}

/** Archives are stored as they are, and may be too large for memory; one that is packed must fit into it. */
function partOf(source: ByteSource, entry: ZipEntry): ByteSource {
  if (entry.method !== 0 || entry.encrypted) return inflateEntry(source, entry, LIMITS.inputBytes);
  const view = viewOf(source);
  const { compressedSize: length } = entry;
  const start = packedAt(view, entry);
  return viewBy(
    length,
    (at) => (at < length ? view.u8(start + at) : 0),
    (from, to) => view.slice(start + Math.max(0, from), start + Math.min(Math.max(0, from, to), length)),
  );
}
