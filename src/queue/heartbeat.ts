import { Worker } from 'node:worker_threads';
import { connectionSettings } from './queue-database.js';

const THREAD = new URL('./beat-thread.mjs', import.meta.url);

export interface BeatStatement {
  text: string;
  values: readonly unknown[];
}

/** Repeats statements, the last ones told, until it is stopped. */
export interface Heartbeat {
  tell(statements: readonly BeatStatement[]): void;
  stop(): Promise<void>;
}

export type StartHeartbeat = (everyMs: number) => Heartbeat;

/** In a thread with a connection of its own: the worker's may be waiting for its store. */
export const heartbeatThread =
  (address: string): StartHeartbeat =>
  (everyMs) => {
    const worker = new Worker(THREAD, {
      workerData: { settings: connectionSettings(address, 'mingzhang heartbeat'), everyMs },
      execArgv: [],
    });
    worker.unref();
    return {
      tell: (statements) => worker.postMessage(statements),
      stop: async () => void (await worker.terminate()),
    };
  };
