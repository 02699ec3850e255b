import { LANES } from '../model/ports/queue.js';
import type { QueueGround } from './queue-ground.js';
import { queuesOf } from './take-jobs.js';

/** Jobs changed by one statement. */
const BATCH = 1000;

/** See `Queue.cancel`. */
export const cancelWaiting = (ground: QueueGround): Promise<number> =>
  changeAll(ground, "state < 'active'", (name, ids) => ground.boss.cancel(name, ids));

/** See `Queue.resume`. */
export async function resumeEnded(ground: QueueGround): Promise<number> {
  const { boss } = ground;
  const resumed = await changeAll(ground, "state = 'cancelled'", (name, ids) => boss.resume(name, ids));
  return resumed + (await changeAll(ground, "state = 'failed'", (name, ids) => boss.retry(name, ids)));
}

async function changeAll(
  ground: QueueGround,
  condition: string,
  change: (name: string, ids: string[]) => Promise<void>,
): Promise<number> {
  let changed = 0;
  for (const { name } of await queuesOf(ground, LANES)) {
    for (;;) {
      const { rows } = await ground.db.executeSql<{ id: string }>(
        `SELECT id FROM ${ground.schema}.job WHERE name = $1 AND ${condition} LIMIT ${BATCH}`,
        [name],
      );
      if (rows.length === 0) break;
      await change(
        name,
        rows.map(({ id }) => id),
      );
      changed += rows.length;
    }
  }
  return changed;
}
