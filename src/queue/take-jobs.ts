import type { JobWithMetadata } from 'pg-boss';
import type { Lane, QueuedFile, RestTask, TakenJob } from '../model/ports/queue.js';
import { type LaneQueue, laneQueueNamed } from './lane-queues.js';
import type { QueueGround } from './queue-ground.js';

/** Queues of these lanes, of every reader version. */
export async function queuesOf({ boss }: QueueGround, lanes: readonly Lane[]): Promise<LaneQueue[]> {
  const queues = (await boss.getQueues()).flatMap(({ name }) => laneQueueNamed(name) ?? []);
  return queues
    .filter(({ lane }) => lanes.includes(lane))
    .sort((a, b) => lanes.indexOf(a.lane) - lanes.indexOf(b.lane) || Number(a.version) - Number(b.version));
}

/** Takes jobs of one queue; pg-boss answers a fault of the server with none, so it is listened for. */
export async function takeOf(
  { boss, db }: QueueGround,
  { name, lane, version }: LaneQueue,
  most: number,
): Promise<TakenJob[]> {
  let fault: unknown;
  const listening = {
    executeSql: (text: string, values: unknown[]) =>
      db.executeSql(text, values).catch((error: unknown) => {
        fault = error;
        throw error;
      }),
  };
  const options = { batchSize: most, includeMetadata: true as const, db: listening };
  const jobs = await boss.fetch<QueuedFile | RestTask>(name, options);
  if (fault !== undefined) throw fault;
  return jobs.map(({ id, data, retryCount }: JobWithMetadata<QueuedFile | RestTask>): TakenJob => {
    const job = { id, version, attempt: retryCount + 1 };
    return lane === 'rest'
      ? { ...job, lane, task: data as RestTask }
      : { ...job, lane, file: data as QueuedFile };
  });
}
