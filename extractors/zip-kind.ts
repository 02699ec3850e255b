import type { ByteSource } from './byte-view.js';
import { inflateEntry, listZip } from './zip-file.js';
import { zipName } from './zip-name.js';

/** What a zip is the container of; `archive` is a zip of files. */
export type ZipKind =
  | 'word'
  | 'workbook'
  | 'presentation'
  | 'opendocument-text'
  | 'opendocument-sheet'
  | 'opendocument'
  | 'ofd'
  | 'epub'
  | 'archive';

const PARTS: readonly [ZipKind, RegExp][] = [
  ['word', /^\/?word\/document\d*\.xml$/i],
  ['workbook', /^\/?xl\/workbook\.(xml|bin)$/i],
  ['presentation', /^\/?ppt\/presentation\.xml$/i],
  ['ofd', /^\/?OFD\.xml$/i],
];

const MIMETYPES: readonly [ZipKind, string][] = [
  ['opendocument-sheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['opendocument-text', 'application/vnd.oasis.opendocument.text'],
  ['opendocument', 'application/vnd.oasis.opendocument'],
  ['epub', 'application/epub'],
];
const MIMETYPE_BYTES = 100;

/**
 * Tells by the names of its members what a zip is.
 *
 * @throws UnreadableError `corrupt` when the zip has no directory
 */
export function zipKind(source: ByteSource): ZipKind {
  for (const entry of listZip(source)) {
    const name = zipName(entry);
    const part = PARTS.find(([, pattern]) => pattern.test(name));
    if (part) return part[0];
    if (name === 'mimetype' && entry.method === 0) {
      const type = new TextDecoder().decode(inflateEntry(source, entry, MIMETYPE_BYTES));
      const known = MIMETYPES.find(([, mimetype]) => type.startsWith(mimetype));
      if (known) return known[0];
    }
  }
  return 'archive';
}
