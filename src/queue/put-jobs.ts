import { LANES, type QueuedFile, type ReadingLane, type RestTask } from '../model/ports/queue.js';
import { jobId, type LaneQueue, laneQueue } from './lane-queues.js';
import type { QueueGround } from './queue-ground.js';

/** A job whose worker was lost is tried once more; it may be what ends workers. One that fails is tried later and later (`failJob`). */
const RETRIES = { retryLimit: 1, retryDelay: 15, retryBackoff: true };
/** A worker says after taking a job how long it holds it; until then this holds. */
const FIRST_LEASE_SECONDS = 60;

interface NewJob {
  id: string;
  data: object;
  singletonKey?: string;
}

/** See `Queue.put`. */
export async function putFiles(
  ground: QueueGround,
  lane: ReadingLane,
  files: readonly QueuedFile[],
  version: string,
  bytesOf?: (file: QueuedFile) => Promise<Uint8Array | null>,
): Promise<number> {
  const queue = laneQueue(lane, version);
  const jobs = new Map(
    files.map((file) => {
      const { sha256, path, hints, rows, ocr } = file;
      const id = jobId([queue.name, sha256, path, hints, rows, ocr]);
      return [id, { id, data: file }];
    }),
  );
  const kept: string[] = [];
  for (const { id, data } of [...jobs.values()]) {
    if (!data.isKept) continue;
    const bytes = await bytesOf?.(data);
    if (bytes === null) jobs.delete(id);
    else {
      await keep(ground, data.sha256, id, bytes);
      kept.push(id);
    }
  }
  const added = await put(ground, queue, [...jobs.values()]);
  await noteKept(ground, queue, kept);
  return added;
}

/** What waited already, or is being read, finds its bytes in the queue from now on. */
async function noteKept(
  { db, schema }: QueueGround,
  { name }: LaneQueue,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db.executeSql(
    `UPDATE ${schema}.job SET data = jsonb_set(data, '{isKept}', 'true')
     WHERE name = $1 AND id = ANY ($2::uuid[]) AND state <= 'active' AND data->>'isKept' = 'false'`,
    [name, ids],
  );
}

/** See `Queue.putRest`. */
export async function putTasks(
  ground: QueueGround,
  tasks: readonly RestTask[],
  version: string,
): Promise<number> {
  const queue = laneQueue('rest', version);
  const jobs = tasks.map((task) => ({
    id: jobId([queue.name, task]),
    data: task,
    singletonKey: JSON.stringify(task),
  }));
  return put(ground, queue, jobs);
}

async function put(
  ground: QueueGround,
  { name, version }: LaneQueue,
  jobs: readonly NewJob[],
): Promise<number> {
  if (jobs.length === 0) return 0;
  const { boss, db, schema } = ground;
  await createQueues(ground, version);
  const ids = jobs.map(({ id }) => id);
  await db.executeSql(
    `DELETE FROM ${schema}.job WHERE name = $1 AND id = ANY ($2::uuid[]) AND state > 'active'`,
    [name, ids],
  );
  const { rows } = await db.executeSql<{ count: string }>(
    `SELECT count(*) FROM ${schema}.job WHERE name = $1 AND id = ANY ($2::uuid[])`,
    [name, ids],
  );
  // Queues that older programs created have limits of their own.
  await boss.insert(jobs.map((job) => ({ ...job, name, retryLimit: RETRIES.retryLimit })));
  return jobs.length - Number(rows[0]?.count ?? 0);
}

/** All of a version at once, so that who fills the first needs to be allowed to, and nobody after. */
async function createQueues({ boss, db, schema, created }: QueueGround, version: string): Promise<void> {
  if (created.has(version)) return;
  const names = new Set((await boss.getQueues()).map(({ name }) => name));
  const lacking = LANES.filter((lane) => !names.has(laneQueue(lane, version).name));
  const create = async (): Promise<void> => {
    for (const lane of lacking) {
      const { name } = laneQueue(lane, version);
      const policy = lane === 'rest' ? 'short' : 'standard';
      await boss.createQueue(name, { name, policy, ...RETRIES, expireInSeconds: FIRST_LEASE_SECONDS });
    }
  };
  if (lacking.length > 0) await db.alone(schema, create);
  created.add(version);
}

/** Keeps bytes as long as a job needs them: its need is noted first, so that the end of another job does not remove them. */
async function keep(
  { db, schema }: QueueGround,
  sha256: string,
  job: string,
  bytes: Uint8Array | undefined,
): Promise<void> {
  await db.executeSql(`INSERT INTO ${schema}.source_uses VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    sha256,
    job,
  ]);
  if (bytes === undefined) return;
  await db.executeSql(`INSERT INTO ${schema}.sources VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    sha256,
    bytes,
  ]);
}
