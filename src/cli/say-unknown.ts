import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import { say } from './say.js';

/**
 * Of a list that came out empty, before it is shown, or before work that takes long: says which region or department of the filter nothing in the store is of.
 * @throws QueryError on a region or rule there is not
 */
export async function sayUnknown(store: Store, { region, department, rule }: ViewFilter): Promise<void> {
  const { isStored, requireKnown, unknownDepartment } = await import('../app/audit-scope.js');
  await requireKnown(store, { region, rules: rule === undefined ? undefined : [rule] });
  if (region !== undefined && !(await isStored(store, { region }))) say(`库中没有 ${region} 的公开内容`);
  const unknown = await unknownDepartment(store, department);
  if (unknown === null) return;
  const { withNearest } = await import('../app/nearest-words.js');
  say(withNearest(unknown.message, unknown.unknown));
}
