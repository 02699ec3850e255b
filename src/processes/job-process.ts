import { type ChildProcess, fork } from 'node:child_process';
import { withDetail } from '../model/explain-error.js';
import { nodeFlags } from './node-flags.js';
import { residentBytes } from './process-figures.js';
import type { Death, FromProcess, JobResult, Task, ToProcess } from './task.js';
import { type ProcessLimits, watchLimits } from './watch-limits.js';

export interface ProcessOptions {
  /** Module it runs; it must call serveJobs. */
  entry: string;
  /** What people call it: `读取进程`. */
  title: string;
  limits?: ProcessLimits;
}

/** What is listened to while a job runs. */
export interface JobListener<T extends Task> {
  progress?: (progress: T['progress']) => void;
  /** Receives what the job hands over; the process waits meanwhile, and is not timed. */
  take?: (item: T['item']) => Promise<void>;
}

const LAST_WORDS = 4096;
const OUT_OF_MEMORY = /heap (limit|out of memory)|allocation failed/i;

const ignore = (): void => undefined;

/**
 * A child process that does one job after the other. It may hang, run out of memory or crash: whatever happens to it is the
 * result of the job it was at. After a death the object is spent.
 */
export class JobProcess<T extends Task> {
  /** Jobs answered so far. */
  served = 0;
  private readonly child: ChildProcess;
  private readonly gone: Promise<void>;
  private readonly ready: Promise<boolean>;
  private isGone = false;
  /** Told once, when the process has ended: a promise awaited by every job would keep all of their answers. */
  private onGone: () => void = ignore;
  private lastWords = '';
  private verdict: Death | { kind: 'stopped' } | null = null;
  private listener: (message: FromProcess<T>) => void = ignore;

  constructor(private readonly options: ProcessOptions) {
    const { entry, limits: { heapMegabytes } = {} } = options;
    this.child = fork(entry, [], {
      serialization: 'advanced',
      execArgv: nodeFlags(heapMegabytes),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => this.keepWords(chunk.toString('utf8')));
    this.child.on('message', (message: FromProcess<T>) => this.listener(message));
    this.gone = new Promise((resolve) => {
      this.child.once('close', () => resolve());
      this.child.once('error', (error) => {
        this.keepWords(error.message);
        resolve();
      });
    });
    void this.gone.then(() => {
      this.isGone = true;
      this.onGone();
    });
    this.ready = new Promise((resolve) => {
      this.listener = (message) => message.kind === 'ready' && resolve(true);
      void this.gone.then(() => resolve(false));
    });
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.verdict === null;
  }

  get residentBytes(): number {
    return residentBytes(this.child.pid) ?? 0;
  }

  /** Does one job. Throws what `take` throws. */
  async run(job: T['job'], { progress, take }: JobListener<T> = {}): Promise<JobResult<T>> {
    this.hold();
    if (!(await this.ready)) return this.notStarted();
    const { limits = {} } = this.options;
    const watch = watchLimits(this.child.pid, limits, (cause, reason) => this.kill(cause, reason));
    try {
      return await new Promise<JobResult<T>>((resolve, reject) => {
        this.onGone = () => resolve(this.verdict ?? this.autopsy());
        this.listener = (message) => {
          watch.heard();
          if (message.kind === 'done' || message.kind === 'failed') resolve(message);
          else if (message.kind === 'progress') progress?.(message.progress);
          else if (message.kind === 'item') {
            watch.pause();
            (take?.(message.item) ?? Promise.resolve()).then(() => {
              watch.restart();
              this.tell({ kind: 'go-on' });
            }, reject);
          }
        };
        if (this.isGone) this.onGone();
        else this.tell({ kind: 'job', job });
      });
    } finally {
      this.listener = ignore;
      this.onGone = ignore;
      watch.end();
      this.served++;
      this.letGo();
    }
  }

  /** Asks the job, under way or to come, to end early and in order; it is the job's to heed. */
  askToStop(): void {
    this.tell({ kind: 'stop' });
  }

  /** Ends the process at once; a job under way is `stopped`. */
  async stop(): Promise<void> {
    this.hold();
    this.verdict ??= { kind: 'stopped' };
    this.child.kill('SIGKILL');
    await this.gone;
  }

  /** While it has nothing to do the process does not keep the program running; it ends with it. */
  private letGo(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private hold(): void {
    this.child.ref();
    this.child.channel?.ref();
  }

  private tell(message: ToProcess<T>): void {
    this.child.send(message, () => undefined);
  }

  private keepWords(words: string): void {
    this.lastWords = (this.lastWords + words).slice(-LAST_WORDS);
  }

  private kill(cause: Death['cause'], reason: string): void {
    this.verdict ??= { kind: 'died', cause, reason };
    this.child.kill('SIGKILL');
  }

  private notStarted(): JobResult<T> {
    if (this.verdict?.kind === 'stopped') return this.verdict;
    return {
      kind: 'not-started',
      reason: withDetail(`${this.options.title}无法启动`, this.lastWords.trim()),
    };
  }

  /** What an end that was not asked for means. */
  private autopsy(): Death {
    const { title, limits } = this.options;
    const { exitCode, signalCode } = this.child;
    if (OUT_OF_MEMORY.test(this.lastWords)) {
      const heap = limits?.heapMegabytes;
      return { kind: 'died', cause: 'memory', reason: heap ? `内存超过 ${heap} MB` : '内存不足' };
    }
    if (signalCode === 'SIGKILL') {
      return { kind: 'died', cause: 'memory', reason: `${title}被系统终止，多半是内存不足` };
    }
    const how = signalCode ?? `退出码 ${exitCode}`;
    const said = this.lastWords.trim().split('\n').at(-1) ?? '';
    const detail = said === '' ? how : `${how}，${said}`;
    return { kind: 'died', cause: 'crash', reason: withDetail(`${title}异常结束`, detail) };
  }
}
