import type { TakenJob } from '../model/ports/queue.js';
import { laneQueue } from './lane-queues.js';

/**
 * What follows `UPDATE … job j SET …`: only jobs still in the same hands; what was taken by another since has one attempt more.
 * `$1` to `$3` are `heldValues`.
 */
export const STILL_HELD = `FROM unnest($1::text[], $2::uuid[], $3::int[]) AS held (name, id, retries)
  WHERE j.name = held.name AND j.id = held.id AND j.retry_count = held.retries AND j.state = 'active'`;

/** The jobs that `STILL_HELD` asks for. */
export const heldValues = (jobs: readonly TakenJob[]): unknown[] => [
  jobs.map(({ lane, version }) => laneQueue(lane, version).name),
  jobs.map(({ id }) => id),
  jobs.map(({ attempt }) => attempt - 1),
];
