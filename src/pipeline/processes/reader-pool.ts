import PQueue from 'p-queue';
import { PROCESS_LIMITS, type ProcessLimits } from './process-limits.js';
import type { ReadJob, ReadResult } from './read-job.js';
import { ReadingProcess } from './reading-process.js';

export interface PoolOptions {
  /** Reading processes at a time. */
  jobs: number;
  limits?: ProcessLimits;
  /** Module the processes run; it must call serveJobs. */
  entry: string;
  /** A process is replaced after so many files, or when it has grown, so that what a library leaks stays small. */
  recycleAfter?: number;
}

/** A new process reads its first files at half the speed, until its code is compiled. */
const RECYCLE_AFTER = 1000;
/** Share of the memory limit that a process may keep between two files. */
const GROWN = 0.5;

/** Reading processes, started when first needed and reused. */
export class ReaderPool<Answer, Item = never, Job = ReadJob> {
  private readonly queue: PQueue;
  private readonly idle: ReadingProcess<Answer, Item, Job>[] = [];
  private readonly all = new Set<ReadingProcess<Answer, Item, Job>>();
  private closed = false;

  constructor(private readonly options: PoolOptions) {
    this.queue = new PQueue({ concurrency: options.jobs });
  }

  /**
   * Reads one file as soon as a process is free.
   * @param take Receives what the job hands over on its way.
   * @param started Told when the process begins with it.
   */
  read(
    job: Job,
    { take, started }: { take?: (item: Item) => Promise<void>; started?: () => void } = {},
  ): Promise<ReadResult<Answer>> {
    return this.queue.add(() => {
      if (!this.closed) started?.();
      return this.serve(job, take);
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

  private async serve(job: Job, take?: (item: Item) => Promise<void>): Promise<ReadResult<Answer>> {
    if (this.closed) return { kind: 'stopped' };
    const process = this.idle.pop() ?? this.start();
    const result = await process.read(job, take).catch((error: unknown): ReadResult<Answer> => {
      if (this.closed) return { kind: 'stopped' };
      throw error;
    });
    if (this.closed) return { kind: 'stopped' };
    const { recycleAfter = RECYCLE_AFTER, limits = PROCESS_LIMITS } = this.options;
    const worn = process.served >= recycleAfter || process.residentBytes > limits.rssBytes * GROWN;
    if (process.alive && !worn) this.idle.push(process);
    else {
      this.all.delete(process);
      await process.stop();
    }
    return result;
  }

  private start(): ReadingProcess<Answer, Item, Job> {
    const { entry, limits = PROCESS_LIMITS } = this.options;
    const process = new ReadingProcess<Answer, Item, Job>(entry, limits);
    this.all.add(process);
    return process;
  }
}
