import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ImportQueue } from '../../imports/import-queue.js';
import { progressFigures } from './progress-figures.js';

/** Keeps proxies and browsers from taking a quiet connection for a dead one. */
const QUIET_MS = 15_000;

/** Tells where the import stands: at once, and after every change until the visitor leaves. Nothing piles up for a slow one. */
export const streamProgress = (context: Context, queue: ImportQueue): Response =>
  streamSSE(context, async (stream) => {
    let hasNews = true;
    let wake: () => void = () => undefined;
    const end = queue.subscribe(() => {
      hasNews = true;
      wake();
    });
    stream.onAbort(() => wake());
    while (!stream.aborted) {
      if (hasNews) {
        hasNews = false;
        const { turn, current } = queue.state();
        const figures = current && progressFigures(current.progress);
        await stream.writeSSE({ data: JSON.stringify({ turn, figures }) });
      } else await stream.write(': \n\n');
      if (!hasNews && !stream.aborted) await waitFor((ready) => (wake = ready));
    }
    end();
  });

function waitFor(register: (ready: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, QUIET_MS);
    timer.unref();
    register(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
