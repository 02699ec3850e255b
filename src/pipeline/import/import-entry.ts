import { ownWords, systemFault } from '../../model/explain-error.js';
import { stackInSources } from '../../model/stack-in-sources.js';
import { type JobLine, serveJobs } from '../../processes/serve-jobs.js';
import { openStoreAt } from '../../store/open-store-at.js';
import type { ImportEnd, ImportTask } from './import-task.js';
import { ImportTracker } from './import-tracker/import-tracker.js';
import { readOrder } from './read-order.js';

const TELL_MS = 250;

/** Carries an order out with its own connection to the store; what was read is stored when it is stopped, or the parent is gone. */
serveJobs<ImportTask>(carryOut, { orphaned: 'stops' });

async function carryOut(
  { db, order, keepSources, ocr, jobs }: ImportTask['job'],
  { progress, stopped }: JobLine<ImportTask>,
): Promise<ImportEnd> {
  const tracker = new ImportTracker();
  const timer = setInterval(() => progress(tracker.progress()), TELL_MS);
  try {
    const store = openStoreAt(db);
    try {
      const { left } = await readOrder(store, order, {
        jobs,
        keepSources,
        ocr,
        signal: stopped,
        report: (event) => tracker.note(event),
      });
      return { kind: 'done', left };
    } finally {
      await store.close();
    }
  } catch (error) {
    return broken(error);
  } finally {
    clearInterval(timer);
  }
}

function broken(error: unknown): ImportEnd {
  const fault = ownWords(error) ?? systemFault(error);
  if (fault !== null) return { kind: 'broken', message: fault, detail: null };
  const detail = error instanceof Error ? stackInSources(error) : String(error);
  return { kind: 'broken', message: '程序出错；详情已写在启动本站的终端里', detail };
}
