import { linkDepartment } from '../../compare/outcomes/link-department.js';
import { placeKey } from '../../model/place-key.js';
import type { Cycles } from '../../model/ports/cycles.js';

/** How often progress is told. */
const TELL_MS = 2000;

/**
 * Links anew the papers of every department of which something changed; the others stay as they are.
 * @param tell how many of how many departments are done, now and then: a store that is linked for the first time takes long
 */
export async function linkDepartments(
  store: Cycles,
  tell?: (done: number, departments: number) => void,
): Promise<void> {
  const changed = new Map(
    (await store.departmentsToLink()).map((each) => [`${placeKey(each)} ${each.department}`, each]),
  );
  let [done, told] = [0, Date.now()];
  for (const department of changed.values()) {
    await store.relink(department, linkDepartment);
    done++;
    if (Date.now() - told < TELL_MS) continue;
    told = Date.now();
    tell?.(done, changed.size);
  }
}
