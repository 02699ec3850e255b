import { audit } from '../app/audit.js';
import { QueryError } from '../model/facts/query-error.js';
import { type AuditRun, type AuditScope, SCOPE_TITLES } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';

/**
 * Runs the rules over a store and keeps the run in it, as `mingzhang audit` does: afterwards the view `findings` shows it.
 * @param scope all by default; `region` is a name, a code (`430204`) or a prefix of one (`43`), `rules` are ids of rules
 * @throws StoreError when the store cannot be written; QueryError on a part of the scope there is not
 */
export async function runAudit(store: Store, scope: AuditScope = {}): Promise<AuditRun> {
  const known = Object.keys(SCOPE_TITLES);
  const unknown = Object.keys(scope).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new QueryError(`核查范围没有 ${unknown.join('、')}；可用：${known.join('、')}`);
  return audit(store, scope);
}
