import { endWithParent } from '../../processes/end-with-parent.js';
import type { ParentMessage, ReadJob, WorkerMessage } from './read-job.js';

/** Often enough to prove life, rare enough to cost nothing. */
const HEARTBEAT_MS = 200;

export type ReportProgress = (done: number, total: number) => void;

/** Hands an item to the parent; resolves when the parent wants more. */
export type HandOver<Item> = (item: Item) => Promise<void>;

export type ServeJob<Answer, Item, Job> = (
  job: Job,
  progress: ReportProgress,
  handOver: HandOver<Item>,
) => Promise<Answer>;

/**
 * The child's side: answers every job sent by the parent with an answer or a failure, with heartbeats between. Ends when
 * the parent is gone; Ctrl-C is the parent's to handle.
 */
export function serveJobs<Answer, Item = never, Job = ReadJob>(serve: ServeJob<Answer, Item, Job>): void {
  let goOn: () => void = () => undefined;
  const handOver: HandOver<Item> = (item) =>
    new Promise((resolve) => {
      goOn = resolve;
      send({ kind: 'item', item });
    });
  process.on('SIGINT', () => undefined);
  endWithParent();
  process.on('message', async (message: ParentMessage<Job>) => {
    if (message.kind === 'go-on') goOn();
    else send(await answer(serve, message.job, handOver));
  });
  send({ kind: 'ready' });
}

async function answer<Answer, Item, Job>(
  serve: ServeJob<Answer, Item, Job>,
  job: Job,
  handOver: HandOver<Item>,
): Promise<WorkerMessage<Answer, Item>> {
  let last = 0;
  const progress = (done: number, total: number): void => {
    if (Date.now() - last < HEARTBEAT_MS) return;
    last = Date.now();
    send({ kind: 'progress', done, total });
  };
  try {
    return { kind: 'done', answer: await serve(job, progress, handOver) };
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

const send = (message: WorkerMessage<unknown, unknown>): void => {
  process.send?.(message);
};
