import type { TakenJob } from '../model/ports/queue.js';
import type { BeatStatement, Heartbeat, StartHeartbeat } from './heartbeat.js';
import { heldValues, STILL_HELD } from './held-jobs.js';
import type { QueueGround } from './queue-ground.js';

/** Who takes jobs. */
export interface WorkerName {
  id: string;
  host: string;
  /** Readers at a time. */
  jobs: number;
  version: string;
  /** A job comes back so long after its worker was last heard of. */
  leaseSeconds: number;
}

/** A lease is renewed so often while it lasts. */
const BEATS = 4;

/** How often a worker is heard of, and looks for jobs whose lease has ended. */
export const beatSeconds = (leaseSeconds: number): number => Math.max(1, Math.floor(leaseSeconds / BEATS));

/**
 * The jobs a worker holds. Leases are counted by the server's clock: the expiry of pg-boss (`started_on + expire_in`) is moved on
 * at every beat.
 */
export class Holding {
  private readonly held = new Map<string, TakenJob>();
  private readonly heart: Heartbeat;
  private done = 0;

  constructor(
    private readonly ground: QueueGround,
    private readonly worker: WorkerName,
    start: StartHeartbeat,
  ) {
    this.heart = start(beatSeconds(worker.leaseSeconds) * 1000);
  }

  /** Makes the worker known. */
  async begin(): Promise<void> {
    const { db, schema } = this.ground;
    const { id, host, jobs, version, leaseSeconds } = this.worker;
    await db.executeSql(`DELETE FROM ${schema}.workers WHERE seen < now() - interval '30 days'`);
    await db.executeSql(
      `INSERT INTO ${schema}.workers (id, host, jobs, version, lease_seconds) VALUES ($1, $2, $3, $4, $5)`,
      [id, host, jobs, version, leaseSeconds],
    );
    this.tell();
  }

  /** Says of jobs just taken who holds them, and for how long. */
  async hold(jobs: readonly TakenJob[]): Promise<void> {
    if (jobs.length === 0) return;
    for (const job of jobs) this.held.set(job.id, job);
    this.tell();
    const { text, values } = this.renewal(jobs);
    await this.ground.db.executeSql(text, values);
  }

  /** @param done so many jobs were done */
  release(jobs: readonly TakenJob[], done = 0): void {
    for (const { id } of jobs) this.held.delete(id);
    this.done += done;
    this.tell();
  }

  /** The worker is there no more. */
  async end(): Promise<void> {
    await this.heart.stop();
    const { db, schema } = this.ground;
    await db.executeSql(`DELETE FROM ${schema}.workers WHERE id = $1`, [this.worker.id]);
  }

  private tell(): void {
    this.heart.tell([this.renewal([...this.held.values()]), this.seen()]);
  }

  private renewal(jobs: readonly TakenJob[]): BeatStatement {
    const { id, host, leaseSeconds } = this.worker;
    return {
      text: `UPDATE ${this.ground.schema}.job j
        SET expire_in = now() - started_on + $4 * interval '1 second',
          output = jsonb_build_object('host', $5::text, 'worker', $6::text)
        ${STILL_HELD}`,
      values: [...heldValues(jobs), leaseSeconds, host, id],
    };
  }

  private seen(): BeatStatement {
    return {
      text: `UPDATE ${this.ground.schema}.workers SET seen = now(), done = $2 WHERE id = $1`,
      values: [this.worker.id, this.done],
    };
  }
}
