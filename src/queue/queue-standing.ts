import {
  type FailedJob,
  type HostStanding,
  type JobEnd,
  LANES,
  type Lane,
  type LaneStanding,
  type QueuedFile,
  type QueueStanding,
  type RestTask,
  type RunningJob,
  taskTitle,
} from '../model/ports/queue.js';
import { laneQueueNamed } from './lane-queues.js';
import type { QueueGround } from './queue-ground.js';

/** So many of the running and of the failed jobs are named. */
const SHOWN = 50;
/** The rate is that of so much time. */
const RATE_MINUTES = 15;

/** A job whose lease has ended waits, though nobody has looked yet. */
const RUNS = `state = 'active' AND started_on + expire_in >= now()`;
const WAITS = `(state < 'active' OR (state = 'active' AND started_on + expire_in < now()))`;
/** A worker is alive while its lease lasts. */
const LIVES = `seen + lease_seconds * interval '1 second' >= now()`;

interface CountRow {
  name: string;
  waiting: string;
  running: string;
  done: string;
  failed: string;
  cancelled: string;
  recent: string;
  /** Since the first of the recent jobs was begun. */
  recent_seconds: string | null;
}

interface RunningRow {
  name: string;
  data: QueuedFile | RestTask;
  host: string;
  seconds: string;
}

interface FailedRow {
  name: string;
  data: QueuedFile | RestTask;
  output: ({ reason?: string } & Partial<JobEnd>) | null;
  retry_count: number;
  state: string;
}

/** See `Queue.open`. */
export async function countOpen(
  { db, schema }: QueueGround,
  lanes: readonly Lane[],
  version: string,
): Promise<{ waiting: number; running: number }> {
  const { rows } = await db.executeSql<{ waiting: string; running: string }>(
    `SELECT count(*) FILTER (WHERE ${WAITS}) AS waiting, count(*) FILTER (WHERE ${RUNS}) AS running
     FROM ${schema}.job
     WHERE split_part(name, '-', 1) = ANY ($1) AND split_part(name, '-', 2)::int <= $2::int AND state <= 'active'`,
    [lanes, version],
  );
  return { waiting: Number(rows[0]?.waiting ?? 0), running: Number(rows[0]?.running ?? 0) };
}

/** See `Queue.standing`; all times are of the server's clock. */
export async function queueStanding(ground: QueueGround): Promise<QueueStanding> {
  const counts = await countJobs(ground);
  const workers = await listWorkers(ground);
  const versions = workers.map(({ version }) => Number(version));
  return {
    lanes: LANES.map((lane) => laneStanding(lane, counts)),
    hosts: workers.map(({ version, ...host }) => host),
    running: await listRunning(ground),
    failed: await listFailed(ground),
    tooNew:
      workers.length === 0
        ? 0
        : sum(counts, ({ name, waiting }) =>
            Number(laneQueueNamed(name)?.version ?? 0) > Math.max(...versions) ? Number(waiting) : 0,
          ),
  };
}

async function countJobs({ db, schema }: QueueGround): Promise<CountRow[]> {
  const recent = `state = 'completed' AND completed_on > now() - interval '${RATE_MINUTES} minutes'`;
  const { rows } = await db.executeSql<CountRow>(
    `SELECT name, count(*) FILTER (WHERE ${WAITS}) AS waiting, count(*) FILTER (WHERE ${RUNS}) AS running,
       count(*) FILTER (WHERE state = 'completed') AS done, count(*) FILTER (WHERE state = 'failed') AS failed,
       count(*) FILTER (WHERE state = 'cancelled') AS cancelled, count(*) FILTER (WHERE ${recent}) AS recent,
       extract(epoch FROM now() - min(started_on) FILTER (WHERE ${recent})) AS recent_seconds
     FROM ${schema}.job GROUP BY name`,
  );
  return rows;
}

function laneStanding(lane: Lane, counts: readonly CountRow[]): LaneStanding {
  const own = counts.filter(({ name }) => laneQueueNamed(name)?.lane === lane);
  const total = (of: (row: CountRow) => string): number => sum(own, (row) => Number(of(row)));
  const seconds = Math.max(1, ...own.map(({ recent_seconds }) => Number(recent_seconds ?? 0)));
  const hourly = (total(({ recent }) => recent) * 3600) / Math.min(seconds, RATE_MINUTES * 60);
  const waiting = total((row) => row.waiting);
  const running = total((row) => row.running);
  return {
    lane,
    waiting,
    running,
    done: total(({ done }) => done),
    failed: total(({ failed }) => failed),
    cancelled: total(({ cancelled }) => cancelled),
    hourly: Math.round(hourly),
    secondsLeft: secondsFor(waiting + running, hourly),
  };
}

function secondsFor(jobs: number, hourly: number): number | null {
  if (jobs === 0) return 0;
  return hourly > 0 ? Math.ceil((jobs * 3600) / hourly) : null;
}

async function listWorkers({ db, schema }: QueueGround): Promise<(HostStanding & { version: string })[]> {
  const { rows } = await db.executeSql<Record<string, string>>(
    `SELECT host, count(*) AS workers, sum(jobs) AS jobs, sum(done) AS done, max(version::int) AS version,
       (SELECT count(*) FROM ${schema}.job WHERE ${RUNS} AND output->>'host' = w.host) AS running
     FROM ${schema}.workers w WHERE ${LIVES} GROUP BY host ORDER BY host`,
  );
  return rows.map(({ host = '', version = '', ...counts }) => ({
    host,
    version,
    workers: Number(counts.workers),
    jobs: Number(counts.jobs),
    running: Number(counts.running),
    done: Number(counts.done),
  }));
}

/** Those of which it was said who holds them, a moment after they were taken. */
async function listRunning({ db, schema }: QueueGround): Promise<RunningJob[]> {
  const { rows } = await db.executeSql<RunningRow>(
    `SELECT name, data, output->>'host' AS host, extract(epoch FROM now() - started_on) AS seconds
     FROM ${schema}.job WHERE ${RUNS} AND output->>'host' IS NOT NULL ORDER BY started_on, id LIMIT ${SHOWN}`,
  );
  return rows.flatMap(({ name, data, host, seconds }) => {
    const lane = laneQueueNamed(name)?.lane;
    return lane ? [{ lane, path: titleOf(data), host, seconds: Math.round(Number(seconds)) }] : [];
  });
}

async function listFailed({ db, schema }: QueueGround): Promise<FailedJob[]> {
  const { rows } = await db.executeSql<FailedRow>(
    `SELECT name, data, output, retry_count, state FROM ${schema}.job
     WHERE state = 'failed' OR (state = 'completed' AND jsonb_array_length(output->'aside') > 0)
     ORDER BY completed_on DESC, id LIMIT ${SHOWN}`,
  );
  return rows.flatMap(({ name, data, output, retry_count, state }): FailedJob[] => {
    const lane = laneQueueNamed(name)?.lane;
    if (!lane) return [];
    const attempts = retry_count + 1;
    if (state === 'completed') {
      return (output?.aside ?? []).map((each) => ({ lane, attempts, isStored: true, ...each }));
    }
    const reason = output?.reason ?? LEASE_LOST;
    return [{ lane, path: titleOf(data), reason, attempts, isStored: false }];
  });
}

/** pg-boss says itself that a lease has ended. */
const LEASE_LOST = '读它的机器没有了消息';

const titleOf = (data: QueuedFile | RestTask): string => ('kind' in data ? taskTitle(data) : data.path);

const sum = <T>(all: readonly T[], of: (each: T) => number): number =>
  all.reduce((total, each) => total + of(each), 0);
