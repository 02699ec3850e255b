import { audit } from '../../app/audit.js';
import { openStore } from '../../app/open-store.js';
import { explainError } from '../../model/explain-error.js';
import type { Store } from '../../model/ports/store.js';
import { type JobLine, serveJobs } from '../../processes/serve-jobs.js';
import type { AuditEnd, AuditTask } from './audit-task.js';

serveJobs<AuditTask>(work);

async function work({ path, scope }: AuditTask['job'], { progress }: JobLine<AuditTask>): Promise<AuditEnd> {
  let store: Store | null = null;
  let seen = 0;
  try {
    store = await openStore(path, { mustExist: true });
    const { run } = await audit(store, scope, () => {
      seen += 1;
      progress({ seen });
    });
    return { kind: 'done', documents: run.documents, findings: run.findings.length };
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  } finally {
    await store?.close();
  }
}
