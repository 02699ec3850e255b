import type { Queue, QueueStanding } from '../model/ports/queue.js';
import { shownPath } from '../pipeline/files/shown-path.js';
import { openQueue } from './open-queue.js';

/** A queue that is only looked at. */
export interface WatchedQueue {
  /** How it stands; paths as they may be shown. @throws StoreError where there is no queue (yet), or the server cannot be used */
  standing(): Promise<QueueStanding>;
  close(): Promise<void>;
}

/** The queue at an address, opened when it is first asked for. */
export function watchQueue(address: string): WatchedQueue {
  let opened: Promise<Queue> | null = null;
  const open = (): Promise<Queue> => {
    opened ??= openQueue(address, { mustExist: true }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    standing: async () => shownStanding(await (await open()).standing()),
    close: async () => (await opened)?.close(),
  };
}

const shownStanding = (standing: QueueStanding): QueueStanding => ({
  ...standing,
  running: standing.running.map((each) => ({ ...each, path: shownPath(each.path) })),
  failed: standing.failed.map((each) => ({ ...each, path: shownPath(each.path) })),
});
