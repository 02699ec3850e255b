import type { Failure } from '../../../model/import-record.js';
import { failureIn, type ImportEvent, isFileDone } from '../import-event.js';
import { FilesUnderWay, type SlowFile } from './files-under-way.js';

/** Where an import stands. */
export interface ImportProgress {
  /** Files known so far. */
  files: number;
  done: number;
  failures: number;
  /** Files a second over the last ten seconds. */
  rate: number;
  /** Null while nothing can be said. */
  secondsLeft: number | null;
  /** Files that have been read for five seconds or more, slowest first. */
  slow: SlowFile[];
  /** The latest failures, newest first. */
  latest: Failure[];
}

const SLOW_SECONDS = 5;
const SHOWN_SLOW = 5;
const SHOWN_FAILURES = 20;
/** The rate is that of the last seconds, so that it follows when large files come. */
const RATE_WINDOW_MS = 10_000;

/** Follows an import by what it tells. */
export class ImportTracker {
  private readonly underWay: FilesUnderWay;
  private readonly finished: number[] = [];
  private readonly latest: Failure[] = [];
  private files = 0;
  private done = 0;
  private failures = 0;

  constructor(private readonly now: () => number = Date.now) {
    this.underWay = new FilesUnderWay(now);
  }

  note(event: ImportEvent): void {
    this.underWay.note(event);
    if (event.kind === 'listed') this.files = event.files;
    if (!isFileDone(event)) return;
    this.done++;
    this.finished.push(this.now());
    const failure = failureIn(event);
    if (!failure) return;
    this.failures++;
    this.latest.unshift(failure);
    this.latest.length = Math.min(this.latest.length, SHOWN_FAILURES);
  }

  progress(): ImportProgress {
    const { files, done, failures } = this;
    const rate = this.rate();
    return {
      files,
      done,
      failures,
      rate,
      secondsLeft: rate > 0 ? Math.ceil((files - done) / rate) : null,
      slow: this.underWay.slow(SLOW_SECONDS).slice(0, SHOWN_SLOW),
      latest: [...this.latest],
    };
  }

  private rate(): number {
    const now = this.now();
    while (this.finished[0] !== undefined && this.finished[0] < now - RATE_WINDOW_MS) this.finished.shift();
    const since = Math.max(1000, now - (this.finished[0] ?? now));
    return (this.finished.length * 1000) / since;
  }
}
