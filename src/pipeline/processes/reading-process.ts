import { type ChildProcess, fork } from 'node:child_process';
import { withDetail } from '../../model/explain-error.js';
import { residentBytes } from '../../processes/process-figures.js';
import type { ProcessLimits } from './process-limits.js';
import type { ParentMessage, ReadJob, ReadResult, WorkerMessage } from './read-job.js';

const WATCH_MS = 100;
const LAST_WORDS = 4096;

const ignore = (): void => undefined;

type Death = Extract<ReadResult<never>, { kind: 'died' }>;

/**
 * A child process that reads one file after the other. It may hang, run out of memory or crash: whatever happens to it is
 * the result of the job it was at. After a death the object is spent.
 */
export class ReadingProcess<Answer, Item = never, Job = ReadJob> {
  /** Jobs answered so far. */
  served = 0;
  private readonly child: ChildProcess;
  private readonly gone: Promise<void>;
  private readonly ready: Promise<void>;
  private isGone = false;
  /** Told once, when the process has ended: a promise awaited by every job would keep all of their answers. */
  private onGone: () => void = ignore;
  private lastWords = '';
  private verdict: Death | null = null;
  private listener: (message: WorkerMessage<Answer, Item>) => void = ignore;

  /** @param entry Module the child runs; it must call serveJobs. */
  constructor(
    entry: string,
    private readonly limits: ProcessLimits,
  ) {
    this.child = fork(entry, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.lastWords = (this.lastWords + chunk.toString('utf8')).slice(-LAST_WORDS);
    });
    this.child.on('message', (message: WorkerMessage<Answer, Item>) => this.listener(message));
    this.gone = new Promise((resolve) => {
      this.child.once('close', () => resolve());
      this.child.once('error', () => resolve());
    });
    void this.gone.then(() => {
      this.isGone = true;
      this.onGone();
    });
    this.ready = new Promise((resolve, reject) => {
      this.listener = (message) => message.kind === 'ready' && resolve();
      void this.gone.then(() => reject(new Error(withDetail('读取进程无法启动', this.lastWords.trim()))));
    });
    this.ready.catch(() => undefined);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.verdict === null;
  }

  get residentBytes(): number {
    return residentBytes(this.child.pid) ?? 0;
  }

  /**
   * Reads one file. Throws only when the process could not start at all (a fault of the program), and what `take` throws.
   * @param take Receives what the job hands over; the process waits meanwhile, and is not timed.
   */
  async read(
    job: Job,
    take: (item: Item) => Promise<void> = async () => undefined,
  ): Promise<ReadResult<Answer>> {
    this.hold();
    await this.ready;
    const watch = this.watch();
    try {
      return await new Promise<ReadResult<Answer>>((resolve, reject) => {
        this.onGone = () => resolve(this.verdict ?? this.autopsy());
        this.listener = (message) => {
          watch.heard();
          if (message.kind === 'done' || message.kind === 'failed') resolve(message);
          if (message.kind !== 'item') return;
          watch.pause();
          take(message.item).then(() => {
            watch.restart();
            this.tell({ kind: 'go-on' });
          }, reject);
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

  /** Ends the process at once; a job under way is lost. */
  async stop(): Promise<void> {
    this.hold();
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

  private tell(message: ParentMessage<Job>): void {
    this.child.send(message, () => undefined);
  }

  /** Looks at time and memory until `end`; `heard` is called with every sign of life. Memory is watched in pauses too. */
  private watch(): Record<'heard' | 'pause' | 'restart' | 'end', () => void> {
    const { stallMs, totalMs, rssBytes } = this.limits;
    let started = Date.now();
    let heard = started;
    let paused = false;
    const timer = setInterval(() => {
      const now = Date.now();
      if (!paused && now - heard > stallMs) this.kill('timeout', `${stallMs / 1000} 秒没有进展`);
      else if (!paused && now - started > totalMs) this.kill('timeout', `超过 ${totalMs / 1000} 秒`);
      const resident = residentBytes(this.child.pid);
      if (resident !== null && resident > rssBytes) {
        this.kill('oom', `内存超过 ${Math.round(rssBytes / 1024 / 1024)} MB`);
      }
    }, WATCH_MS);
    return {
      heard: () => {
        heard = Date.now();
      },
      pause: () => {
        paused = true;
      },
      restart: () => {
        paused = false;
        started = Date.now();
        heard = started;
      },
      end: () => clearInterval(timer),
    };
  }

  private kill(outcome: Death['outcome'], reason: string): void {
    this.verdict ??= { kind: 'died', outcome, reason };
    this.child.kill('SIGKILL');
  }

  /** What an end that was not asked for means. */
  private autopsy(): Death {
    const { exitCode, signalCode } = this.child;
    if (this.lastWords.includes('heap out of memory')) {
      return { kind: 'died', outcome: 'oom', reason: `内存超过 ${this.limits.heapMegabytes} MB` };
    }
    if (signalCode === 'SIGKILL') {
      return { kind: 'died', outcome: 'oom', reason: '读取进程被系统终止，多半是内存不足' };
    }
    const how = signalCode ?? `退出码 ${exitCode}`;
    const said = this.lastWords.trim().split('\n').at(-1) ?? '';
    const reason = withDetail('读取进程异常结束，没有读成', said === '' ? how : `${how}，${said}`);
    return { kind: 'died', outcome: 'crash', reason };
  }
}
