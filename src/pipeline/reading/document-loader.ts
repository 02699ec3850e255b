import type { ReadDocument } from '../../model/document.js';
import type { Store } from '../../model/ports/store.js';
import type { LoadDocument } from '../../report/audit-report/audit-report.js';

/** Documents kept while the outputs go through a department; a workbook may hold eighty of them. */
const KEPT_DOCUMENTS = 4;

/** Loads documents out of the store, the last few only once. */
export function documentLoader(store: Store): LoadDocument {
  const kept = new Map<string, ReadDocument | null>();
  return async (sha256) => {
    const document = kept.get(sha256) ?? (await store.load(sha256));
    kept.delete(sha256);
    kept.set(sha256, document);
    for (const oldest of [...kept.keys()].slice(0, -KEPT_DOCUMENTS)) kept.delete(oldest);
    return document;
  };
}
