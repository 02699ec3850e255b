import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { ImportGiven } from '../../model/import-record.js';
import { IMPORT_ENTRY } from '../../pipeline/entries.js';
import type { FromImporter, ToImporter } from '../../pipeline/import-messages.js';
import type { ImportProgress } from '../../pipeline/import-tracker/import-tracker.js';
import { givenBy, type ImportOrder } from '../../pipeline/read-order.js';

/** What is going on, for pages to show. */
export interface ImportState {
  current: { given: ImportGiven; progress: ImportProgress; stopping: boolean } | null;
  waiting: ImportGiven[];
  /** Changes whenever an import begins, ends or waits. */
  turn: string;
  /** Why the import before broke off, for people; null when it did not. */
  broken: string | null;
}

interface Job {
  order: ImportOrder;
  keepSources: boolean;
  /** Called when the import has ended or is given up. */
  release: () => Promise<void>;
}

interface Running extends Job {
  child: ChildProcess;
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
const LAST_WORDS = 4096;

/** Imports one after the other, each in a process of its own, so that the site stays answerable. */
export class ImportQueue {
  private readonly waiting: Job[] = [];
  private readonly listeners = new Set<(change: 'progress' | 'turn') => void>();
  private running: Running | null = null;
  private last: Promise<void> = Promise.resolve();
  private broken: string | null = null;
  private readonly since = Date.now();
  private turns = 0;

  /** @param db the store, which exists */
  constructor(
    readonly db: string,
    private readonly options: QueueOptions,
  ) {}

  add(job: Job): void {
    this.waiting.push(job);
    this.last = this.last.then(() => this.turn());
    this.tell('turn');
  }

  /** Stops the import under way: what was read is stored. With `all` those that wait are given up too. */
  stop(all = false): void {
    if (all) for (const job of this.waiting.splice(0)) this.giveUp(job);
    if (this.running && !this.running.stopping) {
      this.running.stopping = true;
      send(this.running.child, { kind: 'stop' });
    }
    this.tell('turn');
  }

  state(): ImportState {
    const { running, waiting, broken } = this;
    return {
      current: running && {
        given: givenBy(running.order),
        progress: running.progress,
        stopping: running.stopping,
      },
      waiting: waiting.map(({ order }) => givenBy(order)),
      turn: `${this.since}-${this.turns}`,
      broken,
    };
  }

  /**
   * Tells of changes until the function answered is called: `progress` of the import under way, `turn` when one begins, ends
   * or waits.
   */
  subscribe(listener: (change: 'progress' | 'turn') => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when nothing is under way and nothing waits. */
  async idle(): Promise<void> {
    await this.last;
  }

  /** Stops everything; resolves when the store is left in order. */
  async close(): Promise<void> {
    this.stop(true);
    await this.idle();
  }

  private async turn(): Promise<void> {
    const job = this.waiting.shift();
    if (!job) return;
    this.broken = null;
    try {
      this.broken = await this.carryOut(job);
    } finally {
      this.running = null;
      await job.release();
      this.tell('turn');
    }
  }

  /** Answers why it broke off, null when it did not. */
  private async carryOut(job: Job): Promise<string | null> {
    const child = fork(this.options.entry ?? IMPORT_ENTRY, [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const running: Running = { ...job, child, progress: AT_START, stopping: false };
    this.running = running;
    let lastWords = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString('utf8')).slice(-LAST_WORDS);
    });
    let end: Extract<FromImporter, { kind: 'done' | 'broken' }> | null = null;
    child.on('message', (message: FromImporter) => {
      if (message.kind === 'ready') this.send(running);
      else if (message.kind === 'progress') {
        running.progress = message.progress;
        this.tell('progress');
      } else end = message;
    });
    this.tell('turn');
    await once(child, 'close');
    return this.fateOf(end, lastWords.trim() || `${child.signalCode ?? child.exitCode}`);
  }

  private send({ child, order, keepSources, stopping }: Running): void {
    const jobs = order.kind === 'retry' ? 1 : availableParallelism();
    send(child, { kind: 'order', db: this.db, order, keepSources, jobs });
    if (stopping) send(child, { kind: 'stop' });
  }

  private fateOf(
    end: Extract<FromImporter, { kind: 'done' | 'broken' }> | null,
    lastWords: string,
  ): string | null {
    if (end?.kind === 'done') return null;
    if (end && end.detail === null) return end.message;
    this.options.reportError(new Error(end?.detail ?? `导入进程异常结束：${lastWords}`));
    return end?.message ?? '导入进程异常结束；已读完的都在库中，可再导入一次';
  }

  private giveUp({ release }: Job): void {
    release().catch((error: Error) => this.options.reportError(error));
  }

  private tell(change: 'progress' | 'turn'): void {
    if (change === 'turn') this.turns++;
    for (const listener of this.listeners) listener(change);
  }
}

const send = (child: ChildProcess, message: ToImporter): void => {
  child.send(message, () => undefined);
};
