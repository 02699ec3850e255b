import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { ImportQueue } from '../../imports/import-queue.js';
import { progressFigures } from './progress-figures.js';

/** Keeps proxies and browsers from taking a quiet connection for a dead one. */
const QUIET_MS = 15_000;

/**
 * Tells where the import stands: at once, and after every change until the visitor leaves or the site ends. Nothing piles up
 * for a slow one.
 */
export const streamProgress = (context: Context, queue: ImportQueue): Response =>
  streamSSE(context, async (stream) => {
    const news = new News();
    const unsubscribe = queue.subscribe((change) => (change === 'end' ? news.end() : news.arrive()));
    stream.onAbort(() => news.end());
    try {
      await tellNews(stream, news, queue);
    } finally {
      unsubscribe();
    }
  });

async function tellNews(stream: SSEStreamingApi, news: News, queue: ImportQueue): Promise<void> {
  while (!news.isOver) {
    if (news.take()) {
      const { turn, current } = queue.state();
      const figures = current && progressFigures(current.progress);
      await stream.writeSSE({ data: JSON.stringify({ turn, figures }) });
    } else await stream.write(': \n\n');
    await news.next(QUIET_MS);
  }
}

/** Whether there is something to tell: at first there is. */
class News {
  isOver = false;
  private isThere = true;
  private wake: () => void = () => undefined;

  arrive(): void {
    this.isThere = true;
    this.wake();
  }

  end(): void {
    this.isOver = true;
    this.wake();
  }

  /** Whether there was news; now there is none. */
  take(): boolean {
    const wasThere = this.isThere;
    this.isThere = false;
    return wasThere;
  }

  /** Resolves when there is news, at the end, and after so many milliseconds. */
  async next(milliseconds: number): Promise<void> {
    if (this.isThere || this.isOver) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
