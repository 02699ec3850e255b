import { LIMITS, LimitError } from '../bytes/limits.js';

const LESS_THAN = 0x3c;
/** A byte order mark and white space may stand before the first tag. */
const MARKUP_WITHIN = 16;

/** Counts what really comes out of the parts of a workbook as they are unpacked. */
export class SizeBudget {
  private left: number = LIMITS.inflatedBytes;
  private markup = 0;
  private tags = 0;

  /** Bytes the next part may come to. */
  get most(): number {
    return Math.min(this.left, LIMITS.workbookXml);
  }

  /** @throws LimitError when the parts so far are larger, or hold more elements, than LIMITS allows */
  spend(part: Uint8Array): void {
    this.left -= part.length;
    if (!isMarkup(part)) return;
    this.markup += part.length;
    if (this.markup > LIMITS.workbookXml) {
      throw new LimitError(`工作簿的 XML 展开后超过 ${LIMITS.workbookXml / 1024 / 1024} MB`);
    }
    this.tags += countByte(part, LESS_THAN);
    if (this.tags > 2 * LIMITS.xmlElements) {
      throw new LimitError(`工作簿的 XML 元素超过 ${LIMITS.xmlElements} 个`);
    }
  }
}

/** Begins as XML does, in UTF-8 or UTF-16: parts need not be named .xml. */
const isMarkup = (part: Uint8Array): boolean => part.subarray(0, MARKUP_WITHIN).includes(LESS_THAN);

function countByte(bytes: Uint8Array, wanted: number): number {
  let count = 0;
  for (const byte of bytes) if (byte === wanted) count++;
  return count;
}
