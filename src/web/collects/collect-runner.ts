import { fileURLToPath } from 'node:url';
import { withDetail } from '../../model/explain-error.js';
import { JobProcess } from '../../processes/job-process.js';
import type { JobResult } from '../../processes/task.js';
import type { CollectEnd, CollectProgress, CollectTask, CollectWish } from './collect-task.js';

/** What the last collection started here is doing. */
export type CollectState =
  | { kind: 'idle' }
  | { kind: 'running'; wish: CollectWish; progress: CollectProgress; stopping: boolean }
  | ({ wish: CollectWish } & CollectEnd);

/** Collections in a process of their own, one at a time. */
export interface CollectRunner {
  state(): CollectState;
  /** Starts a collection; false where one is running already. */
  start(wish: CollectWish): boolean;
  /** Asks the one under way to end in order: what came is kept, and the next goes on. */
  askToStop(): void;
  /** Resolves when none is running. */
  close(): Promise<void>;
}

const ENTRY = fileURLToPath(new URL('./collect-entry.js', import.meta.url));
const AT_START: CollectProgress = { hosts: [], waiting: 0, latest: [] };

export function collectRunner(entry = ENTRY): CollectRunner {
  let state: CollectState = { kind: 'idle' };
  let process: JobProcess<CollectTask> | null = null;
  let ended: Promise<void> = Promise.resolve();
  const askToStop = (): void => {
    if (state.kind === 'running') state = { ...state, stopping: true };
    process?.askToStop();
  };
  return {
    state: () => state,
    start(wish) {
      if (process) return false;
      state = { kind: 'running', wish, progress: AT_START, stopping: false };
      const started = new JobProcess<CollectTask>({ entry, title: '收集进程' });
      process = started;
      const progress = (told: CollectProgress): void => {
        if (state.kind === 'running') state = { ...state, progress: told };
      };
      ended = started.run(wish, { progress }).then((result) => {
        process = null;
        state = { ...endOf(result), wish };
        return started.stop();
      });
      return true;
    },
    askToStop,
    close: async () => {
      askToStop();
      await ended;
    },
  };
}

function endOf(result: JobResult<CollectTask>): CollectEnd {
  switch (result.kind) {
    case 'done':
      return result.answer;
    case 'failed':
      return { kind: 'failed', message: withDetail('收集出错', result.message) };
    case 'stopped':
      return { kind: 'failed', message: '收集已停止；再收集一次即继续' };
    default:
      return { kind: 'failed', message: result.reason };
  }
}
