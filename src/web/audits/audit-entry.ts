import { runAudit } from '../../audit/run/run-audit.js';
import { explainError } from '../../model/explain-error.js';
import type { AuditSource } from '../../model/ports.js';
import { type JobLine, serveJobs } from '../../processes/serve-jobs.js';
import { openStore, type Store } from '../../store/open-store.js';
import type { AuditEnd, AuditTask } from './audit-task.js';

serveJobs<AuditTask>(work);

async function work({ path, scope }: AuditTask['job'], { progress }: JobLine<AuditTask>): Promise<AuditEnd> {
  let store: Store | null = null;
  try {
    store = openStore(path, { mustExist: true });
    const run = await runAudit(counted(store, progress), scope);
    await store.saveRun(run);
    return { kind: 'done', documents: run.documents, findings: run.findings.length };
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  } finally {
    store?.close();
  }
}

const counted = (source: AuditSource, tell: JobLine<AuditTask>['progress']): AuditSource => ({
  async *documents(scope) {
    let seen = 0;
    for await (const document of source.documents(scope)) {
      seen += 1;
      tell({ seen });
      yield document;
    }
  },
});
