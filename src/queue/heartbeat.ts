import { Worker } from 'node:worker_threads';
import type { QueueDatabase } from './queue-database.js';

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
    const worker = new Worker(THREAD, { workerData: { address, everyMs }, execArgv: [] });
    worker.unref();
    return {
      tell: (statements) => worker.postMessage(statements),
      stop: async () => void (await worker.terminate()),
    };
  };

/** Beside the questions of the worker, where there is no other way to the database. */
export const heartbeatBeside =
  (db: QueueDatabase): StartHeartbeat =>
  (everyMs) => {
    let told: readonly BeatStatement[] = [];
    const beat = async (): Promise<void> => {
      for (const { text, values } of told) await db.executeSql(text, values);
    };
    const timer = setInterval(() => void beat(), everyMs);
    timer.unref();
    return {
      tell: (statements) => {
        told = statements;
      },
      stop: async () => clearInterval(timer),
    };
  };
