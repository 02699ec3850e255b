import type { RestTask } from '../model/ports/queue.js';
import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { auditAcross, auditProvince } from './audit-parts.js';

/** Does what a queue has for many documents of the store. @throws StoreError */
export async function doRest(task: RestTask, store: Store): Promise<void> {
  if (task.kind === 'link') {
    await store.linkVersions();
    return linkDepartments(store);
  }
  if (task.kind === 'audit') return auditProvince(store, task.province, task.again);
  return auditAcross(store, task.again);
}
