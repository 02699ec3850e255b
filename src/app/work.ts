import type { RestTask } from '../model/ports/queue.js';
import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { auditChanged } from './audit.js';

/** Does what a queue has for the store as a whole, or for a province of it. @throws StoreError */
export async function doRest(task: RestTask, store: Store): Promise<void> {
  if (task.kind === 'link') {
    await store.linkVersions();
    return linkDepartments(store);
  }
  const { province, again } = task;
  if (province !== null) return void (await auditChanged(store, { region: province }, { again }));
  const rows = await store.matching('documents', { province: [null] }, ['sha256']);
  const documents = rows.map(({ sha256 }) => String(sha256));
  if (documents.length > 0) await auditChanged(store, { documents }, { again });
}
