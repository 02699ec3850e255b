import type { ByteSource } from './byte-view.js';
import { inflateEntry, listZip, type ZipEntry } from './zip-file.js';
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

/** Types of the main part (ECMA-376-2, 10.1.2), for packages that name their parts otherwise. */
const MAIN_TYPES: readonly [ZipKind, RegExp][] = [
  ['word', /wordprocessingml\.(?:document|template)\.main|ms-word\.[\w.]+\.main/i],
  ['workbook', /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.[\w.]+\.main/i],
  ['presentation', /presentationml\.[\w.]+\.main/i],
];
const CONTENT_TYPES = /^\/?\[Content_Types\]\.xml$/i;
const CONTENT_TYPES_BYTES = 4 * 1024 * 1024;

/**
 * Tells what a zip is by the names of its members, else by the types they declare.
 *
 * @throws UnreadableError `corrupt` when the zip has no directory
 */
export function zipKind(source: ByteSource): ZipKind {
  let types: ZipEntry | undefined;
  for (const entry of listZip(source)) {
    const name = zipName(entry);
    const part = PARTS.find(([, pattern]) => pattern.test(name));
    if (part) return part[0];
    if (CONTENT_TYPES.test(name)) types = entry;
    if (name === 'mimetype' && entry.method === 0) {
      const type = new TextDecoder().decode(inflateEntry(source, entry, MIMETYPE_BYTES));
      const known = MIMETYPES.find(([, mimetype]) => type.startsWith(mimetype));
      if (known) return known[0];
    }
  }
  return (types && kindOfMainPart(source, types)) ?? 'archive';
}

function kindOfMainPart(source: ByteSource, types: ZipEntry): ZipKind | undefined {
  if (types.encrypted) return undefined;
  const xml = new TextDecoder().decode(inflateEntry(source, types, CONTENT_TYPES_BYTES));
  return MAIN_TYPES.find(([, pattern]) => pattern.test(xml))?.[0];
}
