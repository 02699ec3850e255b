import { stackInSources } from '../model/stack-in-sources.js';
import { endWithParent } from './end-with-parent.js';
import type { FromProcess, Task, ToProcess } from './task.js';

/** Often enough to prove life, rare enough to cost nothing. */
const HEARTBEAT_MS = 200;

/** What a job may say and hear while it runs. */
export interface JobLine<T extends Task> {
  /** May be called as often as one likes: what comes too soon after the last is not sent. */
  progress(progress: T['progress']): void;
  /** Hands an item over; resolves when it was taken. */
  handOver(item: T['item']): Promise<void>;
  /** The one that started the process asks it to end in order. */
  stopped: AbortSignal;
}

/**
 * The child's side: answers every job with an answer or a failure. Ctrl-C is the parent's to handle.
 * @param orphaned When the parent is gone the process `ends` at once, or is asked to `stop`, where what it is at must be left
 * in order; then it stops on the signals of the system too.
 */
export function serveJobs<T extends Task>(
  serve: (job: T['job'], line: JobLine<T>) => Promise<T['answer']>,
  { orphaned = 'ends' }: { orphaned?: 'ends' | 'stops' } = {},
): void {
  let goOn: () => void = () => undefined;
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  if (orphaned === 'ends') {
    process.on('SIGINT', () => undefined);
    endWithParent();
  } else {
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('disconnect', stop);
  }
  const handOver = (item: T['item']): Promise<void> =>
    new Promise((resolve) => {
      goOn = resolve;
      send({ kind: 'item', item });
    });
  process.on('message', async (message: ToProcess<T>) => {
    if (message.kind === 'go-on') goOn();
    else if (message.kind === 'stop') stop();
    else {
      const line = { progress: sparingly<T>(), handOver, stopped: stopping.signal };
      send(await answer(serve, message.job, line));
    }
  });
  send({ kind: 'ready' });
}

function sparingly<T extends Task>(): JobLine<T>['progress'] {
  let last = 0;
  return (progress) => {
    if (Date.now() - last < HEARTBEAT_MS) return;
    last = Date.now();
    send({ kind: 'progress', progress });
  };
}

async function answer<T extends Task>(
  serve: (job: T['job'], line: JobLine<T>) => Promise<T['answer']>,
  job: T['job'],
  line: JobLine<T>,
): Promise<FromProcess<T>> {
  try {
    return { kind: 'done', answer: await serve(job, line) };
  } catch (error) {
    return { kind: 'failed', message: describe(error), code: (error as NodeJS.ErrnoException).code ?? null };
  }
}

/** The error and the module it was thrown in, without the folder the program is installed in. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = /([\w-]+\.m?[jt]sx?:\d+):\d+\)?$/m.exec(stackInSources(error))?.[1];
  return `${error.name}: ${error.message}${where ? `（${where}）` : ''}`;
}

function send(message: FromProcess<Task>): void {
  if (process.connected) process.send?.(message);
}
