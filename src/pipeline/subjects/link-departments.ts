import { linkDepartment } from '../../compare/outcomes/link-department.js';
import { placeKey } from '../../model/place-key.js';
import type { Cycles } from '../../model/ports/cycles.js';

/** Links anew the papers of every department of which something changed; the others stay as they are. */
export async function linkDepartments(store: Cycles): Promise<void> {
  const done = new Set<string>();
  for (const department of await store.departmentsToLink()) {
    const key = `${placeKey(department)} ${department.department}`;
    if (done.has(key)) continue;
    done.add(key);
    await store.saveLinks(department, linkDepartment(await store.cycleRows(department)));
  }
}
