import { LIMITS, LimitError } from '../bytes/limits.js';
import { inflateEntry, listZip } from '../bytes/zip-file.js';
import { zipName } from '../bytes/zip-name.js';

/** Rows, and cells that are not empty elements: these the workbook library writes out as often as they say. */
const ROW_OR_CELL = /<(\/?)(?:[\w.-]+:)?(table-row|table-cell)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Counts the cells of an OpenDocument sheet as often as they are repeated (`number-rows-repeated`, `number-columns-repeated`,
 * OpenDocument 1.3 part 3, 19.678 and 19.680), before the workbook library writes them out: a few bytes can stand for 17 billion
 * cells. Blank cells are not written out and may be repeated as often as they like.
 *
 * @throws LimitError when there are more than LIMITS allows
 */
export function guardRepeats(bytes: Uint8Array): void {
  for (const entry of listZip(bytes)) {
    if (entry.encrypted || zipName(entry) !== 'content.xml') continue;
    const xml = new TextDecoder().decode(inflateEntry(bytes, entry, LIMITS.inflatedBytes));
    let rows = 1;
    let cells = 0;
    for (const [, end, element, attributes = ''] of xml.matchAll(ROW_OR_CELL)) {
      if (end) continue;
      if (element === 'table-row') rows = repeated('rows', attributes);
      else if (!attributes.endsWith('/')) cells += rows * repeated('columns', attributes);
      if (cells > LIMITS.gridSlots) throw new LimitError(`工作表重复的单元格合计超过 ${LIMITS.gridSlots} 格`);
    }
  }
}

function repeated(axis: 'rows' | 'columns', attributes: string): number {
  const value = new RegExp(`number-${axis}-repeated\\s*=\\s*["']?\\s*(\\d+)`).exec(attributes)?.[1];
  return Math.max(1, Number(value ?? 1));
}
