import { auditChanged } from '../../app/audit.js';
import { openStore } from '../../app/open-store.js';
import { standingFindings } from '../../app/standing-findings.js';
import { explainError } from '../../model/explain-error.js';
import type { Store } from '../../model/ports/store.js';
import { endWithParent } from '../../processes/end-with-parent.js';
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
    store = await openStore(path, { mustExist: true });
    const seenOne = (): void => {
      seen += 1;
      if (Date.now() - told <= TELL_EVERY) return;
      told = Date.now();
      tell({ kind: 'seen', seen });
    };
    const made = await auditChanged(store, scope, { seen: seenOne });
    const standing = await standingFindings(store, { scope });
    tell({ kind: 'done', documents: made?.run.documents ?? 0, findings: standing.length });
  } catch (error) {
    tell({ kind: 'failed', message: explainError(error) });
  } finally {
    await store?.close();
    process.disconnect?.();
  }
}
