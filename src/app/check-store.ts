import type { StoreCheck } from '../model/ports/care.js';
import type { Store } from '../model/ports/store.js';
import { checkSources } from '../pipeline/inputs/check-sources.js';
import { sourcesFolder } from '../pipeline/inputs/keep-source.js';

/** Damage, orphans and wrong counts of a store, and sources kept beside it that are not what was read. Changes nothing. */
export async function checkStore(store: Store): Promise<{
  documents: number;
  problems: (StoreCheck['problems'][number] | Awaited<ReturnType<typeof checkSources>>[number])[];
}> {
  const { documents, problems } = await store.check();
  const contents = new Set((await store.listReadings({})).map(({ sha256 }) => sha256));
  const sources = await checkSources(sourcesFolder(store.path), contents);
  return { documents, problems: [...problems, ...sources] };
}
