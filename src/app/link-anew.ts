import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';

/** Versions, and promises with their results, after documents became somebody else's. */
export async function linkAnew(store: Store): Promise<void> {
  await store.linkVersions();
  await linkDepartments(store);
}
