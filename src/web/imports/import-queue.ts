import type { ImportGiven } from '../../model/import-record.js';
import { IMPORT_ENTRY } from '../../pipeline/entries.js';
import { uploadsFolder } from '../../pipeline/files/spool.js';
import type { ImportEnd, ImportTask } from '../../pipeline/import/import-task.js';
import type { ImportProgress } from '../../pipeline/import/import-tracker/import-tracker.js';
import { givenBy } from '../../pipeline/import/read-order.js';
import { JobProcess } from '../../processes/job-process.js';
import type { JobResult } from '../../processes/task.js';
import {
  type AcceptedOrder,
  acceptOrder,
  forgetOrder,
  noteAttempt,
  takeOverOrders,
} from './accepted-orders.js';

/** What is going on, for pages to show. */
export interface ImportState {
  current: { given: ImportGiven; progress: ImportProgress; stopping: boolean } | null;
  waiting: ImportGiven[];
  /** Changes whenever an import begins, ends or waits. */
  turn: string;
  /** Why the import before broke off, for people; null when it did not. */
  broken: string | null;
  /** What the site before had accepted and this one cannot carry out, for people. */
  troubles: readonly string[];
}

interface Running extends AcceptedOrder {
  process: JobProcess<ImportTask>;
  progress: ImportProgress;
  stopping: boolean;
}

interface QueueOptions {
  /** Module of the process that imports. */
  entry?: string;
  reportError: (error: Error) => void;
}

const AT_START: ImportProgress = {
  files: 0,
  done: 0,
  failures: 0,
  rate: 0,
  secondsLeft: null,
  slow: [],
  latest: [],
};
const GOES_ON = '本站下次启动时接着导入';

/** Of the import under way; one begins, ends or waits; nothing follows any more. */
type Change = 'progress' | 'turn' | 'end';

/**
 * Imports one after the other, each in a process of its own, so that the site stays answerable. What was accepted stands on
 * disk until it has come to its end: a program that is killed or stopped leaves it to the next.
 */
export class ImportQueue {
  private readonly waiting: AcceptedOrder[] = [];
  private readonly listeners = new Set<(change: Change) => void>();
  /** Neither waiting any more nor under way yet. */
  private beginning: AcceptedOrder | null = null;
  private running: Running | null = null;
  private last: Promise<void> = Promise.resolve();
  private broken: string | null = null;
  private troubles: readonly string[] = [];
  private closing = false;
  private readonly since = Date.now();
  private turns = 0;

  /** @param db the store, which exists */
  constructor(
    readonly db: string,
    private readonly options: QueueOptions,
  ) {}

  /** Accepts an order; resolves when it stands on disk. @param folder see `acceptOrder` */
  async add(accepted: Parameters<typeof acceptOrder>[1], folder?: string): Promise<void> {
    this.enqueue(await acceptOrder(this.folder, accepted, folder));
  }

  /** Goes on with what a site before had accepted and not carried out. */
  async resume(): Promise<void> {
    const { orders, troubles } = await takeOverOrders(this.folder);
    this.troubles = troubles;
    for (const trouble of troubles) this.options.reportError(new Error(trouble));
    for (const accepted of orders) this.enqueue(accepted);
  }

  /** Stops the import under way: what was read is stored. With `all` those that wait are given up too. */
  async stop(all = false): Promise<void> {
    const givenUp = all ? this.waiting.splice(0) : [];
    this.stopRunning();
    await Promise.all(givenUp.map(forgetOrder));
  }

  state(): ImportState {
    const { running, broken } = this;
    const waiting = this.beginning ? [this.beginning, ...this.waiting] : this.waiting;
    return {
      current: running && {
        given: givenBy(running.order),
        progress: running.progress,
        stopping: running.stopping,
      },
      waiting: waiting.map(({ order }) => givenBy(order)),
      turn: `${this.since}-${this.turns}`,
      broken,
      troubles: this.troubles,
    };
  }

  /** Tells of changes until the function answered is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when nothing is under way and nothing waits. */
  async idle(): Promise<void> {
    await this.last;
  }

  /** Stops; resolves when the store is left in order. What is not done stays on disk. */
  async close(): Promise<void> {
    this.closing = true;
    this.stopRunning();
    this.tell('end');
    await this.idle();
  }

  private get folder(): string {
    return uploadsFolder(this.db);
  }

  private enqueue(accepted: AcceptedOrder): void {
    this.waiting.push(accepted);
    this.last = this.last
      .then(() => this.turn())
      .catch((error: unknown) =>
        this.options.reportError(error instanceof Error ? error : new Error(String(error))),
      );
    this.tell('turn');
  }

  private stopRunning(): void {
    if (this.running && !this.running.stopping) {
      this.running.stopping = true;
      this.running.process.askToStop();
    }
    this.tell('turn');
  }

  private async turn(): Promise<void> {
    const accepted = this.closing ? undefined : this.waiting.shift();
    if (!accepted) return;
    this.beginning = accepted;
    this.broken = null;
    try {
      await noteAttempt(accepted);
      const { end, running } = await this.carryOut(accepted);
      this.broken = this.fateOf(end);
      const isGivenUp = running.stopping && !this.closing;
      const isDone = end.kind === 'done' && end.left === 0;
      if (isGivenUp || isDone) await forgetOrder(accepted);
    } finally {
      this.beginning = null;
      this.running = null;
      this.tell('turn');
    }
  }

  private async carryOut(accepted: AcceptedOrder): Promise<{ end: ImportEnd; running: Running }> {
    const { order, keepSources, ocr } = accepted;
    const process = new JobProcess<ImportTask>({
      entry: this.options.entry ?? IMPORT_ENTRY,
      title: '导入进程',
    });
    const running: Running = { ...accepted, process, progress: AT_START, stopping: false };
    this.beginning = null;
    this.running = running;
    this.tell('turn');
    const jobs = order.kind === 'retry' ? 1 : undefined;
    const progress = (told: ImportProgress): void => {
      running.progress = told;
      this.tell('progress');
    };
    const result = await process.run({ db: this.db, order, keepSources, ocr, jobs }, { progress });
    await process.stop();
    return { end: endOf(result), running };
  }

  /** Why it broke off; null when it did not. */
  private fateOf(end: ImportEnd): string | null {
    if (end.kind === 'done') return null;
    if (end.detail !== null) this.options.reportError(new Error(end.detail));
    return `${end.message}。${GOES_ON}`;
  }

  private tell(change: Change): void {
    if (change === 'turn') this.turns++;
    for (const listener of this.listeners) listener(change);
  }
}

function endOf(result: JobResult<ImportTask>): ImportEnd {
  if (result.kind === 'done') return result.answer;
  const detail = 'reason' in result ? result.reason : 'message' in result ? result.message : '导入进程被停止';
  return { kind: 'broken', message: '导入进程异常结束；已读完的都在库中', detail };
}
