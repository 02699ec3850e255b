import { decodeText } from '../bytes/charset.js';
import { LIMITS, UnreadableError } from '../bytes/limits.js';
import { sniff } from '../bytes/sniff.js';
import { type PrefixOf, parseTree, type XmlNode } from '../bytes/xml-tree.js';
import { inflateEntry, listZip, type ZipEntry } from '../bytes/zip-file.js';
import { zipKind } from '../bytes/zip-kind.js';
import { zipName } from '../bytes/zip-name.js';

/** The parts of an OpenDocument text (ODF 1.3 part 2, section 2.2); in a flat file all are one. */
export interface OpenDocument {
  content: XmlNode;
  styles: XmlNode | undefined;
  meta: XmlNode | undefined;
  /** A file of the package, by the name it is referred to with; null where there is none. */
  bytes(name: string): Uint8Array | null;
}

/** `urn:oasis:names:tc:opendocument:xmlns:table:1.0` is written `table` as a rule; some writers choose other prefixes. */
const NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z-]+):1\.\d$/;
/** Usual prefixes of the namespaces that are read. */
const USUAL: Partial<Record<string, string>> = {
  office: 'office',
  style: 'style',
  text: 'text',
  table: 'table',
  drawing: 'draw',
  'svg-compatible': 'svg',
  'xsl-fo-compatible': 'fo',
};
const XLINK = 'http://www.w3.org/1999/xlink';
const usualPrefix: PrefixOf = (namespace) =>
  namespace === XLINK ? 'xlink' : USUAL[NAMESPACE.exec(namespace)?.[1] ?? ''];

const HEAD = 8192;
const FLAT = /<(\w+):document\b[^>]*\s\1:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.text/;

/** Whether the bytes are an OpenDocument text, packed or in one XML file. */
export function isOpenText(bytes: Uint8Array): boolean {
  switch (sniff(bytes)) {
    case 'zip':
      return zipKind(bytes) === 'opendocument-text';
    case 'text':
      return FLAT.test(decodeText(bytes.subarray(0, HEAD)).text);
    default:
      return false;
  }
}

/** @throws UnreadableError `encrypted` or `corrupt`; LimitError */
export function openDocument(bytes: Uint8Array): OpenDocument {
  if (sniff(bytes) !== 'zip') {
    const tree = parseTree(decodeText(bytes).text, usualPrefix);
    return { content: tree, styles: tree, meta: tree, bytes: () => null };
  }
  const parts = new Map(listZip(bytes).map((entry) => [zipName(entry).toLowerCase(), entry]));
  if (isEncrypted(bytes, parts)) throw new UnreadableError('encrypted', '文档有打开密码');
  let left: number = LIMITS.inputBytes;
  const inflated = (name: string): Uint8Array | null => {
    const entry = parts.get(name.replace(/^\.\//, '').toLowerCase());
    if (!entry) return null;
    const part = inflateEntry(bytes, entry, left);
    left -= part.length;
    return part;
  };
  const read = (name: string): XmlNode | undefined => {
    const xml = inflated(name);
    return xml ? parseTree(decodeText(xml).text, usualPrefix) : undefined;
  };
  const content = read('content.xml');
  if (!content) throw new UnreadableError('corrupt', '文件不完整：找不到正文');
  return { content, styles: read('styles.xml'), meta: read('meta.xml'), bytes: inflated };
}

/** The manifest says which parts are encrypted, or that all are in one encrypted part (ODF 1.3 part 2, section 3.4). */
function isEncrypted(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>): boolean {
  if (parts.has('encrypted-package')) return true;
  const manifest = parts.get('meta-inf/manifest.xml');
  if (!manifest) return false;
  const xml = new TextDecoder().decode(inflateEntry(bytes, manifest, LIMITS.inflatedBytes));
  return /<[\w:]*encryption-data\b/.test(xml);
}
