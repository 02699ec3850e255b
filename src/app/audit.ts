import { auditDisclosures } from '../audit/run/audit-disclosures.js';
import type { AuditScope } from '../model/finding.js';
import type { AuditSource } from '../model/ports/documents.js';
import type { Store } from '../model/ports/store.js';
import type { StoredRun } from './audit-report.js';
import { auditScope } from './audit-scope.js';

/**
 * Runs the rules over a store and keeps the run in it.
 * @param given all by default
 * @param seen told of every document looked at, before the rules look at it
 * @throws QueryError on a rule, region or department there is not; StoreError when the store cannot be written
 */
export async function audit(
  store: Store,
  given: AuditScope = {},
  seen: () => void = () => undefined,
): Promise<StoredRun> {
  const { run, disclosures } = await auditDisclosures(watched(store, seen), await auditScope(store, given));
  return { run, disclosures, saved: await store.saveRun(run) };
}

const watched = (source: AuditSource, seen: () => void): AuditSource => ({
  async *documents(scope) {
    for await (const document of source.documents(scope)) {
      seen();
      yield document;
    }
  },
});
