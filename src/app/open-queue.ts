import type { Queue } from '../model/ports/queue.js';
import { openQueueAt, type QueueOptions } from '../queue/open-queue.js';

/**
 * Opens the queue on a PostgreSQL server: the one place where its engine is chosen.
 * @param address `postgres://user@host/database`; passwords from PGPASSWORD or ~/.pgpass
 * @throws StoreError when the server cannot be used, or there is to be a queue and is none
 */
export const openQueue = (address: string, options?: QueueOptions): Promise<Queue> =>
  openQueueAt(address, options);
