import { say } from './say.js';

/** Convention of shells for "ended by Ctrl-C". */
const INTERRUPTED = 130;

/** The first Ctrl-C (or SIGTERM) aborts the signal, so that work ends cleanly; the second ends the program at once. */
export function stopOnInterrupt(notice: string): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    say(`\n${notice}；再按一次 Ctrl-C 立即退出`);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
