import type { Diagnostic } from '../../src/model/diagnostic.js';
import { OUTCOME_TEXT } from '../../src/model/outcome.js';
import { decodeText } from '../bytes/charset.js';
import { LIMITS, UnreadableError } from '../bytes/limits.js';
import { parseTree, type XmlNode } from '../bytes/xml-tree.js';
import { inflateEntry, listZip, type ZipEntry } from '../bytes/zip-file.js';
import { zipName } from '../bytes/zip-name.js';
import { elementsOf } from './tree.js';

/** The files of an OFD package by their paths; what is wrong with one becomes a diagnostic. */
export interface OfdPackage {
  /**
   * The document element of a file; undefined where it is missing or damaged.
   * @param folder a path that is not from the root is looked for in, and in the root where it is not there
   */
  read(path: string, folder: string): { root: XmlNode; folder: string } | undefined;
  has(path: string, folder: string): boolean;
  /** A file as it is; undefined where it is missing or damaged. */
  bytes(path: string, folder: string): Uint8Array | undefined;
  diagnostics: Diagnostic[];
}

/** Bytes of XML in one file of the package: a page or a list. */
const LARGEST_PART = 64 * 1024 * 1024;

/** @throws UnreadableError `corrupt` without a directory, `encrypted`; LimitError */
export function openPackage(bytes: Uint8Array): OfdPackage {
  const parts = new Map<string, ZipEntry>();
  for (const entry of listZip(bytes, LIMITS.archiveMembers)) parts.set(partKey(zipName(entry)), entry);
  const diagnostics: Diagnostic[] = [];
  let left: number = LIMITS.inflatedBytes;

  const find = (path: string, folder: string): string | undefined => {
    const places = path.startsWith('/') ? [path] : [`${folder}/${path}`, path];
    return places.map(resolved).find((place) => parts.has(place));
  };
  return {
    diagnostics,
    has: (path, folder) => find(path, folder) !== undefined,
    bytes(path, folder) {
      const entry = parts.get(find(path, folder) ?? '');
      if (!entry) return undefined;
      try {
        const file = inflateEntry(bytes, entry, Math.min(left, LARGEST_PART));
        left -= file.length;
        return file;
      } catch (error) {
        if (!(error instanceof UnreadableError) || error.outcome !== 'corrupt') throw error;
        return undefined;
      }
    },
    read(path, folder) {
      const place = find(path, folder);
      const entry = place === undefined ? undefined : parts.get(place);
      if (place === undefined || !entry) {
        diagnostics.push({ code: 'part-missing', message: `文件中缺少 ${path}` });
        return undefined;
      }
      try {
        const xml = inflateEntry(bytes, entry, Math.min(left, LARGEST_PART));
        left -= xml.length;
        const [root] = elementsOf(parseTree(decodeText(xml).text));
        return root && { root, folder: place.slice(0, Math.max(0, place.lastIndexOf('/'))) };
      } catch (error) {
        if (!(error instanceof UnreadableError) || error.outcome !== 'corrupt') throw error;
        diagnostics.push({
          code: 'part-damaged',
          message: `${path} 损坏：${error.message}；${OUTCOME_TEXT.corrupt.advice}`,
        });
        return undefined;
      }
    },
  };
}

/** Paths compare without case, with forward slashes, from the root. */
const partKey = (name: string): string => resolved(name.replaceAll('\\', '/'));

/** A path from the root, its `.` and `..` resolved; `..` never leaves the package. */
function resolved(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split(/[\\/]/)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/').toLowerCase();
}
