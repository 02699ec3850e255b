import { audit } from '../../app/audit.js';
import { explainError } from '../../model/explain-error.js';
import { endWithParent } from '../../processes/end-with-parent.js';
import { openStore, type Store } from '../../store/open-store.js';
import type { AuditJob, AuditMessage } from './audit-job.js';

/** How often it tells how far it is, in milliseconds. */
const TELL_EVERY = 200;

/** The child's side of an audit run: one job, then the end; also when the site that started it is gone. */
process.on('message', (job: AuditJob) => void work(job));
endWithParent();
process.on('SIGINT', () => undefined);

const tell = (message: AuditMessage): void => void process.send?.(message);

async function work({ path, scope }: AuditJob): Promise<void> {
  let store: Store | null = null;
  let seen = 0;
  let told = 0;
  try {
    store = openStore(path, { mustExist: true });
    const { run } = await audit(store, scope, () => {
      seen += 1;
      if (Date.now() - told <= TELL_EVERY) return;
      told = Date.now();
      tell({ kind: 'seen', seen });
    });
    tell({ kind: 'done', documents: run.documents, findings: run.findings.length });
  } catch (error) {
    tell({ kind: 'failed', message: explainError(error) });
  } finally {
    store?.close();
    process.disconnect?.();
  }
}
