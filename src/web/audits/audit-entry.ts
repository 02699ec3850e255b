import { auditChanged } from '../../app/audit.js';
import { openStore } from '../../app/open-store.js';
import { explainError } from '../../model/explain-error.js';
import { subjectAsked } from '../../model/filters.js';
import type { Store } from '../../model/ports/store.js';
import { type JobLine, serveJobs } from '../../processes/serve-jobs.js';
import type { AuditEnd, AuditTask } from './audit-task.js';

serveJobs<AuditTask>(work);

async function work({ path, scope }: AuditTask['job'], { progress }: JobLine<AuditTask>): Promise<AuditEnd> {
  let store: Store | null = null;
  let seen = 0;
  try {
    store = await openStore(path, { mustExist: true });
    const seenOne = (): void => {
      seen += 1;
      progress({ seen });
    };
    const made = await auditChanged(store, scope, { seen: seenOne });
    const standing = await store.count('findings', subjectAsked(scope));
    return { kind: 'done', documents: made?.run.documents ?? 0, findings: standing.rows };
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  } finally {
    await store?.close();
  }
}
