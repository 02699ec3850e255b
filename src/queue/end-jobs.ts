import type { JobEnd, TakenJob } from '../model/ports/queue.js';
import { heldValues, STILL_HELD } from './held-jobs.js';
import { laneQueue } from './lane-queues.js';
import type { QueueGround } from './queue-ground.js';

/** See `Queue.done`. What another worker has done meanwhile stays done. */
export async function endJob(ground: QueueGround, job: TakenJob, end: JobEnd): Promise<void> {
  await ground.boss.complete(laneQueue(job.lane, job.version).name, job.id, end);
  await forgetBytes(ground, job);
}

/** A job that fails is tried so often, whatever was lost meanwhile. */
const MOST_TRIES = 3;

/** See `Queue.failed`; nothing where another worker has it by now. */
export async function failJob(
  ground: QueueGround,
  job: TakenJob,
  reason: string,
  isFinal = false,
): Promise<void> {
  const { boss, db, schema } = ground;
  const { rows } = await db.executeSql(
    `UPDATE ${schema}.job j SET retry_limit = CASE WHEN $4 THEN retry_count ELSE ${MOST_TRIES - 1} END
     ${STILL_HELD} RETURNING j.id`,
    [...heldValues([job]), isFinal],
  );
  if (rows.length > 0) await boss.fail(laneQueue(job.lane, job.version).name, job.id, { reason });
}

/** See `Queue.giveBack`: as if they had not been taken. */
export async function giveJobsBack({ db, schema }: QueueGround, jobs: readonly TakenJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.executeSql(
    `UPDATE ${schema}.job j SET state = CASE WHEN retry_count > 0 THEN 'retry' ELSE 'created' END::${schema}.job_state,
       retry_count = greatest(retry_count - 1, 0), started_on = CASE WHEN retry_count > 0 THEN started_on END, start_after = now(), output = NULL
     ${STILL_HELD}`,
    heldValues(jobs),
  );
}

/** Bytes may have been put since the job was taken. */
async function forgetBytes({ db, schema }: QueueGround, job: TakenJob): Promise<void> {
  if (job.lane === 'rest') return;
  const { rows } = await db.executeSql(
    `DELETE FROM ${schema}.source_uses WHERE sha256 = $1 AND job = $2 RETURNING job`,
    [job.file.sha256, job.id],
  );
  if (rows.length === 0) return;
  await db.executeSql(
    `DELETE FROM ${schema}.sources s WHERE sha256 = $1
       AND NOT EXISTS (SELECT 1 FROM ${schema}.source_uses u WHERE u.sha256 = s.sha256)`,
    [job.file.sha256],
  );
}
