import PQueue from 'p-queue';
import { type JobListener, JobProcess, type ProcessOptions } from './job-process.js';
import type { JobResult, Task } from './task.js';

export interface PoolOptions extends ProcessOptions {
  /** Processes at a time. */
  jobs: number;
  /** A process is replaced after so many jobs, or when it has grown, so that what a library leaks stays small. */
  recycleAfter?: number;
}

/** A process that cannot start is a fault of the program, and thrown. */
export type PoolResult<T extends Task> = Exclude<JobResult<T>, { kind: 'not-started' }>;

/** A new process does its first jobs at half the speed, until its code is compiled. */
const RECYCLE_AFTER = 1000;
/** Share of the memory limit that a process may keep between two jobs. */
const GROWN = 0.5;

/** Processes for one kind of job, started when first needed and reused. */
export class ProcessPool<T extends Task> {
  private readonly queue: PQueue;
  private readonly idle: JobProcess<T>[] = [];
  private readonly all = new Set<JobProcess<T>>();
  private closed = false;

  constructor(private readonly options: PoolOptions) {
    this.queue = new PQueue({ concurrency: options.jobs });
  }

  /**
   * Does one job as soon as a process is free.
   * @param listener `started` is told when the process begins with it.
   * @throws Error when the process cannot start; what `take` throws
   */
  run(job: T['job'], listener: JobListener<T> & { started?: () => void } = {}): Promise<PoolResult<T>> {
    return this.queue.add(() => {
      if (!this.closed) listener.started?.();
      return this.serve(job, listener);
    });
  }

  /** Resolves when a job added now would not have to wait behind more than one job for each process. */
  room(): Promise<void> {
    return this.queue.onSizeLessThan(this.options.jobs + 1);
  }

  /** Ends all processes at once; jobs under way and waiting end as `stopped`. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map((process) => process.stop()));
    this.all.clear();
  }

  private async serve(job: T['job'], listener: JobListener<T>): Promise<PoolResult<T>> {
    if (this.closed) return { kind: 'stopped' };
    const process = this.idle.pop() ?? this.start();
    const result = await process.run(job, listener);
    if (this.closed) return { kind: 'stopped' };
    if (process.alive && !this.isWorn(process)) this.idle.push(process);
    else {
      this.all.delete(process);
      await process.stop();
    }
    if (result.kind === 'not-started') throw new Error(result.reason);
    return result;
  }

  private isWorn({ served, residentBytes }: JobProcess<T>): boolean {
    const { recycleAfter = RECYCLE_AFTER, limits: { rssBytes = Infinity } = {} } = this.options;
    return served >= recycleAfter || residentBytes > rssBytes * GROWN;
  }

  private start(): JobProcess<T> {
    const process = new JobProcess<T>(this.options);
    this.all.add(process);
    return process;
  }
}
