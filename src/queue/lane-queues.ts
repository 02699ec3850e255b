import { createHash } from 'node:crypto';
import { LANES, type Lane } from '../model/ports/queue.js';

/** A queue of pg-boss: one for each lane and reader version, so that no worker is given what only a newer reader may do. */
export interface LaneQueue {
  name: string;
  lane: Lane;
  version: string;
}

export const laneQueue = (lane: Lane, version: string): LaneQueue => ({
  name: `${lane}-${version}`,
  lane,
  version,
});

/** The queue of this name; null where it is none of ours. */
export function laneQueueNamed(name: string): LaneQueue | null {
  const [, word, version] = /^([a-z]+)-(\d+)$/.exec(name) ?? [];
  const lane = LANES.find((each) => each === word);
  return lane && version !== undefined ? { name, lane, version } : null;
}

/** A uuid, the same for the same parts: what waits is not put a second time. */
export const jobId = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
