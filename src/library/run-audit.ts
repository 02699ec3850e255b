import { runAudit as run } from '../audit/run-audit.js';
import type { AuditRun, AuditScope } from '../model/finding.js';
import type { Store } from '../store/open-store.js';

/**
 * Runs the rules over a store and keeps the run in it, as `mingzhang audit` does: afterwards the view `findings` shows it.
 * @param scope all by default; `regions` are codes (`430204`) or prefixes of codes (`43`), `rules` ids of rules
 * @throws StoreError when the store cannot be written; Error on an unknown rule
 */
export async function runAudit(store: Store, scope: AuditScope = {}): Promise<AuditRun> {
  const audited = await run(store, scope);
  await store.saveRun(audited);
  return audited;
}
