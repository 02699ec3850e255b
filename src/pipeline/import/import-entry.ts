import { ownWords, systemFault } from '../../model/explain-error.js';
import { openStore } from '../../store/open-store.js';
import type { FromImporter, ToImporter } from './import-messages.js';
import { ImportTracker } from './import-tracker/import-tracker.js';
import { readOrder } from './read-order.js';

const TELL_MS = 250;

/** Carries out the one order sent by the parent, with its own connection to the store; ends when told so, or when the parent is gone. */
const stopping = new AbortController();
const stop = (): void => stopping.abort();
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('disconnect', stop);
process.on('message', async (message: ToImporter) => {
  if (message.kind === 'stop') return stop();
  tell(await carryOut(message), () => process.disconnect());
});
tell({ kind: 'ready' });

async function carryOut({
  db,
  order,
  keepSources,
  jobs,
}: Extract<ToImporter, { kind: 'order' }>): Promise<FromImporter> {
  const tracker = new ImportTracker();
  const timer = setInterval(() => tell({ kind: 'progress', progress: tracker.progress() }), TELL_MS);
  try {
    const store = openStore(db);
    try {
      const { left } = await readOrder(store, order, {
        jobs,
        keepSources,
        signal: stopping.signal,
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

function broken(error: unknown): FromImporter {
  const fault = ownWords(error) ?? systemFault(error);
  if (fault !== null) return { kind: 'broken', message: fault, detail: null };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'broken', message: '程序出错；详情已写在启动本站的终端里', detail };
}

function tell(message: FromImporter, told: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, undefined, undefined, told);
}
