import { decodeText } from '../../../extractors/bytes/charset.js';

/** Endings of what is collected as a file. */
const FILE_ENDINGS = /\.(docx?|wps|rtf|odt|xlsx?|et|ods|csv|pdf|ofd|zip|rar|jpe?g|png|gif|bmp|tiff?|webp)$/i;
/** Endings of what only makes up a page, or is none of what is looked for. */
const OTHER_ENDINGS =
  /\.(css|js|mjs|json|xml|rss|ico|svg|woff2?|ttf|eot|swf|mp[34]|m4[av]|avi|flv|wmv|mov|exe|apk|dmg|msi|pptx?)$/i;

/** The ending of a name or address in lower case, without the dot; null where it is none of those collected. */
export const fileEnding = (name: string): string | null =>
  FILE_ENDINGS.exec(name)?.[1]?.toLowerCase() ?? null;

export const isPicture = (name: string): boolean =>
  /^(?:jpe?g|png|gif|bmp|tiff?|webp)$/.test(fileEnding(name) ?? '');

/** Whether an address says itself that a file stands behind it: in its path, or in a parameter (`download.jsp?name=预算.docx`). */
export const namesFile = (address: string): boolean => fileEnding(nameInAddress(address)) !== null;

/** Whether nothing to collect can stand there, by its ending. */
export const isBesideThePoint = (address: string): boolean => OTHER_ENDINGS.test(new URL(address).pathname);

/** The last part of an address that could be the name of a file; a parameter with such an ending before the path. */
export function nameInAddress(address: string): string {
  const { pathname, searchParams } = new URL(address);
  const own = unescaped(pathname.split('/').at(-1) ?? '');
  if (fileEnding(own) !== null) return own;
  const given = [...searchParams.values()].find((value) => fileEnding(value) !== null);
  return given?.split(/[\\/]/).at(-1) ?? own;
}

/**
 * The name a server gives in `Content-Disposition` (RFC 6266, 8187); null without one. Servers write it in many ways that are
 * not allowed, and all are read: bytes in UTF-8 or GBK, percent escapes of either, words of RFC 2047.
 * @param header one character a byte
 */
export function nameInDisposition(header: string | null): string | null {
  if (header === null) return null;
  const extended = /filename\*\s*=\s*([\w-]*)'[^']*'([^;\s]+)/i.exec(header);
  if (extended) return baseName(percentBytes(extended[2] ?? '', extended[1]));
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
  const value = (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '').trim();
  if (value === '') return null;
  const word = /^=\?([\w-]+)\?([bq])\?([^?]*)\?=$/i.exec(value);
  if (word) return baseName(encodedWord(word));
  return baseName(/%[0-9a-f]{2}/i.test(value) ? percentBytes(value) : decodeText(latin1(value)).text);
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Text with percent escapes, in the charset named or the one its bytes are of. */
const percentBytes = (text: string, charset?: string): string =>
  decodeText(
    latin1(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ),
    charset === '' ? undefined : charset,
  ).text;

function encodedWord([, charset, kind = '', text = '']: RegExpExecArray): string {
  if (kind.toLowerCase() === 'b') return decodeText(Buffer.from(text, 'base64'), charset).text;
  return percentBytes(text.replaceAll('_', ' ').replaceAll('=', '%'), charset);
}

/** Bytes of the longest name a file may have (NAME_MAX of Linux). */
const LONGEST_NAME = 255;

/** A name no longer than a file may have in UTF-8; what is cut off stands before its ending. */
export function nameOnDisk(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const known = fileEnding(name);
  const ending = known === null ? '…' : `….${known}`;
  const most = LONGEST_NAME - Buffer.byteLength(ending);
  const bytes = Buffer.from(name).subarray(0, most);
  return new TextDecoder().decode(bytes).replace(/\uFFFD+$/, '') + ending;
}

/** Percent escapes in UTF-8 or GBK, as old sites write them. */
const unescaped = (text: string): string => (/%[0-9a-f]{2}/i.test(text) ? percentBytes(text) : text);

/** A name is data and never a path; control characters and line breaks are dropped. */
const baseName = (name: string): string | null =>
  name
    .replace(/\p{Control}/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim() || null;
