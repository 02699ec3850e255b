import { say } from './say.js';

/**
 * The first Ctrl-C (or SIGTERM) aborts the signal, so that work ends cleanly; the second ends the program at once, by the
 * signal itself: an orderly exit would wait for a read that hangs (a disk of the network that is gone).
 */
export function stopOnInterrupt(notice: string): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      process.off(signal, stop);
      process.kill(process.pid, signal);
      return;
    }
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
