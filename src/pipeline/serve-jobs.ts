import type { ReadJob, WorkerMessage } from './read-job.js';

/** Often enough to prove life, rare enough to cost nothing. */
const HEARTBEAT_MS = 200;

export type ReadOneJob<Answer> = (
  job: ReadJob,
  progress: (done: number, total: number) => void,
) => Promise<Answer>;

/**
 * The child's side: answers every job sent by the parent with an answer or a failure, with heartbeats between. Ends when
 * the parent is gone; Ctrl-C is the parent's to handle.
 */
export function serveJobs<Answer>(read: ReadOneJob<Answer>): void {
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', async (job: ReadJob) => send(await answer(read, job)));
  send({ kind: 'ready' });
}

async function answer<Answer>(read: ReadOneJob<Answer>, job: ReadJob): Promise<WorkerMessage<Answer>> {
  let last = 0;
  const progress = (done: number, total: number): void => {
    if (Date.now() - last < HEARTBEAT_MS) return;
    last = Date.now();
    send({ kind: 'progress', done, total });
  };
  try {
    return { kind: 'done', answer: await read(job, progress) };
  } catch (error) {
    return { kind: 'failed', message: describe(error), code: (error as NodeJS.ErrnoException).code ?? null };
  }
}

/** The error and the module it was thrown in, without the folder the program is installed in. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = /([\w-]+\.m?[jt]s:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  return `${error.name}: ${error.message}${where ? `（${where}）` : ''}`;
}

const send = (message: WorkerMessage<unknown>): void => {
  process.send?.(message);
};
