import { LIMITS, LimitError } from '../bytes/limits.js';
import { inflateEntry, listZip } from '../bytes/zip-file.js';

const LESS_THAN = 0x3c;
/** A byte order mark and white space may stand before the first tag. */
const MARKUP_WITHIN = 16;

/**
 * Unpacks every part once, whatever its name, counting what really comes out, before the workbook library does so without a
 * limit.
 *
 * @throws LimitError when the parts are larger, or hold more elements, than LIMITS allows
 */
export function guardSize(bytes: Uint8Array): void {
  let left: number = LIMITS.inflatedBytes;
  let markup = 0;
  let tags = 0;
  for (const entry of listZip(bytes)) {
    if (entry.encrypted) continue;
    const part = inflateEntry(bytes, entry, Math.min(left, LIMITS.workbookXml));
    left -= part.length;
    if (!isMarkup(part)) continue;
    markup += part.length;
    if (markup > LIMITS.workbookXml) {
      throw new LimitError(`工作簿的 XML 展开后超过 ${LIMITS.workbookXml / 1024 / 1024} MB`);
    }
    tags += countByte(part, LESS_THAN);
    if (tags > 2 * LIMITS.xmlElements) throw new LimitError(`工作簿的 XML 元素超过 ${LIMITS.xmlElements} 个`);
  }
}

/** Begins as XML does, in UTF-8 or UTF-16: parts need not be named .xml. */
const isMarkup = (part: Uint8Array): boolean => part.subarray(0, MARKUP_WITHIN).includes(LESS_THAN);

function countByte(bytes: Uint8Array, wanted: number): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count++;
  return count;
}
