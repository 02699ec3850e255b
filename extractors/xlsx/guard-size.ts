import { inflateEntry, listZip } from '../bytes/zip-file.js';
import { SizeBudget } from './size-budget.js';

/**
 * Unpacks every part once, whatever its name, counting what really comes out, before the workbook library does so without a
 * limit.
 *
 * @throws LimitError when the parts are larger, or hold more elements, than LIMITS allows
 */
export function guardSize(bytes: Uint8Array): void {
  const budget = new SizeBudget();
  for (const entry of listZip(bytes)) {
    if (!entry.encrypted) budget.spend(inflateEntry(bytes, entry, budget.most));
  }
}
