import { crc32 } from 'node:zlib';
import { byteView } from './byte-view.js';
import { decodeText } from './charset.js';
import type { ZipEntry } from './zip-file.js';

const UNICODE_PATH = 0x7075;

/**
 * The name of an entry: UTF-8 where the entry says so (flag, or Info-ZIP's Unicode path field), else by its bytes — old
 * Chinese archives have GBK names and say nothing. Backslashes are separators as well.
 */
export function zipName(entry: ZipEntry): string {
  const name = entry.utf8Name ? new TextDecoder().decode(entry.nameBytes) : unmarkedName(entry);
  return name.replaceAll('\\', '/');
}

/** Letters that every charset of names has in the same place; names without others need no charset. */
const isAscii = (byte: number): boolean => byte > 0 && byte < 0x80;

function unmarkedName({ nameBytes, extra }: ZipEntry): string {
  const view = byteView(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.u16(at + 2)) {
    const end = at + 4 + view.u16(at + 2);
    if (view.u16(at) === UNICODE_PATH && view.u32(at + 5) === crc32(nameBytes)) {
      return new TextDecoder().decode(view.slice(at + 9, end));
    }
  }
  return nameBytes.every(isAscii) ? String.fromCharCode(...nameBytes) : decodeText(nameBytes).text;
}
