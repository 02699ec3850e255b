import type { ByteSource } from './byte-view.js';
import { LIMITS } from './limits.js';
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
/** A manifest lists the parts of one document. */
const MANIFEST_BYTES = 1024 * 1024;

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
  let manifest: ZipEntry | undefined;
  for (const entry of listZip(source)) {
    const name = zipName(entry);
    const part = PARTS.find(([, pattern]) => pattern.test(name));
    if (part) return part[0];
    if (CONTENT_TYPES.test(name)) types = entry;
    if (name === 'META-INF/manifest.xml') manifest = entry;
    if (name === 'mimetype' && entry.method === 0) {
      const type = new TextDecoder().decode(inflateEntry(source, entry, MIMETYPE_BYTES));
      const known = kindOfType(type);
      if (known) return known;
    }
  }
  return (
    (types && kindOfMainPart(source, types)) ?? (manifest && kindOfManifest(source, manifest)) ?? 'archive'
  );
}

function kindOfMainPart(source: ByteSource, types: ZipEntry): ZipKind | undefined {
  if (types.encrypted) return undefined;
  const xml = new TextDecoder().decode(inflateEntry(source, types, CONTENT_TYPES_BYTES));
  return MAIN_TYPES.find(([, pattern]) => pattern.test(xml))?.[0];
}

const kindOfType = (type: string): ZipKind | undefined =>
  MIMETYPES.find(([, mimetype]) => type.startsWith(mimetype))?.[0];

/** OpenDocument files packed anew often have no `mimetype` member first; their manifest says what they are. */
function kindOfManifest(source: ByteSource, entry: ZipEntry): ZipKind | undefined {
  if (entry.encrypted || entry.compressedSize > MANIFEST_BYTES) return undefined;
  const xml = new TextDecoder().decode(inflateEntry(source, entry, LIMITS.inflatedBytes));
  const root = /<[^<>]*full-path\s*=\s*["']\/["'][^<>]*>/.exec(xml)?.[0] ?? '';
  return kindOfType(/media-type\s*=\s*["']([^"']*)/.exec(root)?.[1] ?? '');
}
