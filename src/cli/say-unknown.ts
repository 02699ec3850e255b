import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import { say } from './say.js';

/** Of a list that came out empty: says which region, department or rule of the filter there is not. */
export async function sayUnknown(store: Store, { region, department, rule }: ViewFilter): Promise<void> {
  const { unknownPart } = await import('../app/audit-scope.js');
  const unknown = await unknownPart(store, {
    region,
    department,
    rules: rule === undefined ? undefined : [rule],
  });
  if (unknown !== null) say(unknown);
}
