import { randomUUID } from 'node:crypto';
import type { Queue, TakenJob } from '../model/ports/queue.js';
import { cancelWaiting, resumeEnded } from './change-jobs.js';
import { endJob, failJob, giveJobsBack } from './end-jobs.js';
import { heartbeatThread, type StartHeartbeat } from './heartbeat.js';
import { beatSeconds, Holding, type WorkerName } from './holding.js';
import { putFiles, putTasks } from './put-jobs.js';
import { type QueueDatabase, queueDatabase } from './queue-database.js';
import { type QueueGround, queueGround } from './queue-ground.js';
import { countOpen, queueStanding } from './queue-standing.js';
import { queuesOf, takeOf } from './take-jobs.js';

export interface QueueOptions {
  /** Only to look, or to change what waits: there must be a queue. */
  mustExist?: boolean;
  /** To take jobs. */
  worker?: Omit<WorkerName, 'id'>;
}

/**
 * Opens the queue on a PostgreSQL server, creating it beside the store (in the schema `<schema of the store>_queue`) where there is none.
 * @param address `postgres://user@host/database`; what it leaves out comes from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass
 * @throws StoreError when the server cannot be used; it never says the password
 */
export async function openQueueAt(address: string, options?: QueueOptions): Promise<Queue> {
  return openQueueOn(queueDatabase(address), heartbeatThread(address), options);
}

/** Opens the queue by a way to its database, which it closes at its end. @throws as `openQueueAt` */
export async function openQueueOn(
  db: QueueDatabase,
  heartbeat: StartHeartbeat,
  { mustExist = false, worker }: QueueOptions = {},
): Promise<Queue> {
  let ground: QueueGround | null = null;
  let holding: Holding | null = null;
  const close = async (): Promise<void> => {
    try {
      await holding?.end();
    } finally {
      await ground?.boss.stop({ graceful: false });
      await db.close();
    }
  };
  try {
    ground = await queueGround(db, {
      mustExist,
      lookAfterSeconds: worker && beatSeconds(worker.leaseSeconds),
    });
    if (worker) {
      holding = new Holding(ground, { ...worker, id: randomUUID() }, heartbeat);
      await holding.begin();
    }
    return queueOn(ground, holding, close);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

function queueOn(ground: QueueGround, holding: Holding | null, close: () => Promise<void>): Queue {
  const { db, schema } = ground;
  const take: Queue['take'] = async (lanes, version, most) => {
    const taken: TakenJob[] = [];
    for (const queue of await queuesOf(ground, lanes)) {
      if (Number(queue.version) > Number(version)) continue;
      if (taken.length < most) taken.push(...(await takeOf(ground, queue, most - taken.length)));
    }
    await holding?.hold(taken);
    return taken;
  };
  return {
    put: (...asked) => putFiles(ground, ...asked),
    putRest: (...asked) => putTasks(ground, ...asked),
    kept: async (sha256) => {
      const { rows } = await db.executeSql<{ bytes: Uint8Array }>(
        `SELECT bytes FROM ${schema}.sources WHERE sha256 = $1`,
        [sha256],
      );
      return rows[0]?.bytes ?? null;
    },
    take,
    done: async (job, end) => {
      await endJob(ground, job, end);
      holding?.release([job], 1);
    },
    failed: async (job, reason, isFinal) => {
      await failJob(ground, job, reason, isFinal);
      holding?.release([job]);
    },
    giveBack: async (jobs) => {
      await giveJobsBack(ground, jobs);
      holding?.release(jobs);
    },
    open: (lanes, version) => countOpen(ground, lanes, version),
    standing: () => queueStanding(ground),
    cancel: () => cancelWaiting(ground),
    resume: () => resumeEnded(ground),
    close,
  };
}
