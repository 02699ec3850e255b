import { setTimeout as pause } from 'node:timers/promises';
import { explainError, systemFault } from '../../model/explain-error.js';
import { StoreError } from '../../model/facts/store-error.js';
import type { Failure, ImportResult } from '../../model/import-record.js';
import type { JobEnd, Lane, Queue, ReadingLane, RestTask, TakenJob } from '../../model/ports/queue.js';
import type { Store } from '../../model/ports/store.js';
import { addUp } from '../import/add-up.js';
import type { ReportImport } from '../import/import-event.js';
import { emptySummary } from '../import/import-summary.js';
import { READER_VERSION } from '../reading/reader-version.js';
import { readQueued } from './read-queued.js';
import { type ReadingShift, readingShift } from './reading-shift.js';
import { type WorkSummary, WorkTally } from './work-tally.js';

/** What a worker tells while it works. */
export type WorkEvent =
  /** `unread`: what of it could not be read, and is stored so. */
  | { kind: 'done'; job: TakenJob; aside: JobEnd['aside']; unread: readonly Failure[] }
  /** Told once for each reason. */
  | { kind: 'failed'; job: TakenJob; reason: string }
  /** The server cannot be used for now; the worker waits for it. */
  | { kind: 'waits'; reason: string; seconds: number };

export interface WorkOptions {
  /** Which jobs it takes, the first first. */
  lanes: readonly Lane[];
  /** Readers at a time. */
  jobs: number;
  keepSources: boolean;
  /** Ends when nothing waits or runs any more, anywhere. */
  untilDone: boolean;
  /** Name of the host for the log of imports. */
  host: string;
  signal: AbortSignal;
  openStore: () => Promise<Store>;
  /** Audits contents by the rules over one document, once they are stored. */
  audit: (store: Store, contents: readonly string[]) => Promise<void>;
  /** Does what is done over many documents, on a store of its own. */
  doRest: (task: RestTask, store: Store) => Promise<void>;
  /** Another module for the reading processes. */
  entry?: string;
  report?: ReportImport;
  tell: (event: WorkEvent) => void;
}

/** A job that was begun so often already is done alone: the last time decides whether it is the one that ends its worker. */
const LAST_ATTEMPT = 2;
/** How long an idle worker waits before it looks again. */
const LOOK_AGAIN_MS = 1000;
const LONGEST_WAIT_SECONDS = 60;
/** So many faults of the program one after the other are none of the files. */
const MOST_FAULTS = 3;

/**
 * Takes jobs out of a queue and does them until it is stopped, or nothing is left. What it is at when it stops goes back into the
 * queue. A server that is gone for a while is waited for.
 * @throws StoreError where the store cannot be used and waiting does not help
 */
export async function workOnQueue(queue: Queue, options: WorkOptions): Promise<WorkSummary> {
  const worker = new QueueWorker(queue, options);
  for (let seconds = 1; ; ) {
    const before = worker.tally.summary.done;
    try {
      await worker.shift();
      return worker.tally.summary;
    } catch (error) {
      if (!isPassing(error) || options.signal.aborted) throw error;
      if (worker.tally.summary.done > before) seconds = 1;
      options.tell({ kind: 'waits', reason: error.message, seconds });
      await pause(seconds * 1000, undefined, { signal: options.signal }).catch(() => undefined);
      seconds = Math.min(LONGEST_WAIT_SECONDS, seconds * 2);
    }
  }
}

/** A server that was there before may be there again. */
const isPassing = (error: unknown): error is StoreError =>
  error instanceof StoreError && (error.code === 'failed' || error.code === 'locked');

class QueueWorker {
  readonly tally = new WorkTally();
  private readonly running = new Map<TakenJob, Promise<void>>();
  /** Taken and not ended. */
  private owed: TakenJob[] = [];
  /** Something may have been written since links were last asked for. */
  private isUnlinked = true;
  private faultsInARow = 0;
  private fault: { error: unknown } | null = null;
  private total: ImportResult = emptySummary();

  constructor(
    private readonly queue: Queue,
    private readonly options: WorkOptions,
  ) {}

  /** Works until it is stopped, nothing is left, or something breaks, which is thrown. */
  async shift(): Promise<void> {
    const { options } = this;
    this.fault = null;
    await this.giveBack();
    const store = await options.openStore();
    try {
      const log = await store.beginImport({ kind: 'queue', paths: [options.host] });
      this.total = emptySummary();
      const shift = await readingShift(store, { ...options, ocrJobs: this.ocrJobs });
      const stop = (): void => void shift.stop();
      options.signal.addEventListener('abort', stop, { once: true });
      try {
        while (!options.signal.aborted && !this.fault) {
          if ((await this.takeSome(shift)) > 0) continue;
          if (options.untilDone && this.running.size === 0 && (await this.isAllDone())) break;
          await this.aWhile();
        }
      } finally {
        if (this.fault) await shift.stop();
        await Promise.all(this.running.values());
        options.signal.removeEventListener('abort', stop);
        await shift.close();
      }
      await this.endShift();
      await store.endImport(log, { result: this.total });
    } finally {
      await store.close();
    }
    if (options.lanes.some((lane) => lane !== 'rest')) await this.askForLinks();
  }

  private async endShift(): Promise<void> {
    const { fault, owed } = this;
    await this.giveBack();
    if (fault) throw fault.error;
    this.tally.giveBack(owed.length);
  }

  /** Readers of pictures leave room for what is fast. */
  private get ocrJobs(): number {
    const { lanes, jobs } = this.options;
    return lanes.includes('text') ? Math.ceil(jobs / 2) : jobs;
  }

  private async takeSome(shift: ReadingShift): Promise<number> {
    const { queue, options } = this;
    const taken: TakenJob[] = [];
    for (const lane of options.lanes) {
      const most = await this.roomFor(lane, taken.length);
      if (most <= 0) continue;
      if (lane === 'rest') await this.askForLinks();
      const some = await queue.take([lane], READER_VERSION, most);
      this.owed.push(...some);
      taken.push(...some);
    }
    for (const job of taken) {
      const isAlone = job.lane !== 'rest' && job.attempt >= LAST_ATTEMPT;
      if (isAlone) await Promise.all(this.running.values());
      const turn = this.doJob(job, shift).finally(() => this.running.delete(job));
      this.running.set(job, turn);
      if (isAlone) await turn;
    }
    return taken.length;
  }

  /** What is done over many documents waits until all that is fast has been read, on every host. */
  private async roomFor(lane: Lane, taken: number): Promise<number> {
    const free = this.options.jobs - this.running.size - taken;
    const runs = (of: Lane): number => [...this.running.keys()].filter((job) => job.lane === of).length;
    if (lane === 'text') return free;
    if (lane === 'ocr') return Math.min(free, this.ocrJobs - runs('ocr'));
    if (taken > 0 || runs('text') + runs('rest') > 0) return 0;
    const { waiting, running } = await this.queue.open(['text'], READER_VERSION);
    return waiting + running > 0 ? 0 : 1;
  }

  /** Asks for what was written to be linked. */
  private async askForLinks(): Promise<void> {
    if (!this.isUnlinked) return;
    this.isUnlinked = false;
    try {
      await this.queue.putRest([{ kind: 'link' }], READER_VERSION);
    } catch (error) {
      this.isUnlinked = true;
      throw error;
    }
  }

  private async isAllDone(): Promise<boolean> {
    const { waiting, running } = await this.queue.open(this.options.lanes, READER_VERSION);
    return waiting + running === 0;
  }

  /** Until a job ends, the worker is stopped, or some time has passed. */
  private async aWhile(): Promise<void> {
    const { signal } = this.options;
    const over = new AbortController();
    const stop = (): void => over.abort();
    signal.addEventListener('abort', stop, { once: true });
    const moment = pause(LOOK_AGAIN_MS, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([...this.running.values(), moment]);
    signal.removeEventListener('abort', stop);
    over.abort();
  }

  /** Never throws. */
  private async doJob(job: TakenJob, shift: ReadingShift): Promise<void> {
    try {
      await this.tryJob(job, shift);
      this.faultsInARow = 0;
    } catch (error) {
      await this.noteFault(job, error).catch((another: unknown) => {
        this.fault ??= { error: another };
      });
    }
  }

  /** A job over which the program itself fails is not done; where all of them fail, as where the store or the system does, the shift ends. */
  private async noteFault(job: TakenJob, error: unknown): Promise<void> {
    const isOfJob = !(error instanceof StoreError) && systemFault(error) === null;
    if (!isOfJob || ++this.faultsInARow >= MOST_FAULTS) this.fault ??= { error };
    else await this.fail(job, explainError(error));
  }

  private async tryJob(job: TakenJob, shift: ReadingShift): Promise<void> {
    if (job.lane !== 'rest') return this.read(job, shift);
    await this.doRest(job.task);
    await this.end(job, { documents: 0, aside: [] }, []);
  }

  private async read(job: Extract<TakenJob, { lane: ReadingLane }>, shift: ReadingShift): Promise<void> {
    const { queue } = this;
    const result = await readQueued(job.file, job.lane, { ...shift.place, queue });
    if (result.kind === 'stopped') return;
    if (result.kind === 'failed') return this.fail(job, result.reason, result.isFinal);
    this.isUnlinked = true;
    this.total = addUp(this.total, result.summary);
    // Before the job is done: whoever dies here leaves it to another, who finds the file stored and not yet audited.
    await this.options.audit(shift.store, result.contents);
    if (result.awaitsPictures) await queue.put('ocr', [job.file], READER_VERSION);
    await this.end(job, { documents: result.summary.files, aside: result.aside }, result.unread);
  }

  private async doRest(task: RestTask): Promise<void> {
    const store = await this.options.openStore();
    try {
      await this.options.doRest(task, store);
    } finally {
      await store.close();
    }
  }

  private async end(job: TakenJob, end: JobEnd, unread: readonly Failure[]): Promise<void> {
    await this.queue.done(job, end);
    this.forget(job);
    this.tally.end(job, end, unread);
    this.options.tell({ kind: 'done', job, aside: end.aside, unread });
  }

  private async fail(job: TakenJob, reason: string, isFinal = false): Promise<void> {
    await this.queue.failed(job, reason, isFinal);
    this.forget(job);
    const isNews = this.tally.fail(job, reason);
    if (isNews) this.options.tell({ kind: 'failed', job, reason });
  }

  private forget(job: TakenJob): void {
    this.owed = this.owed.filter((each) => each !== job);
  }

  private async giveBack(): Promise<void> {
    await this.queue.giveBack(this.owed);
    this.owed = [];
  }
}
