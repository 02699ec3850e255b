import type { Failure } from '../../model/import-record.js';
import { type JobEnd, type TakenJob, taskTitle } from '../../model/ports/queue.js';
import { shownPath } from '../files/shown-path.js';
import { MOST_NAMED } from '../import/add-up.js';

export interface WorkSummary {
  /** Files done. */
  done: number;
  /** Jobs that failed when they were last tried here. */
  failed: number;
  /** Files whose stored outcome is that they were not read. */
  unread: number;
  /** Why, of the files that were not read or failed; the first. */
  failures: Failure[];
  /** Files that killed their readers; what is stored says so. */
  aside: number;
  /** Given back when it was stopped. */
  givenBack: number;
}

/** What became of the jobs a worker took. */
export class WorkTally {
  private readonly counts = { done: 0, unread: 0, aside: 0, givenBack: 0 };
  private readonly failed = new Map<string, Failure>();
  private unread: Failure[] = [];

  get summary(): WorkSummary {
    const failures = [...this.unread, ...this.failed.values()].slice(0, MOST_NAMED);
    return { ...this.counts, failed: this.failed.size, failures };
  }

  /** @param unread what of it could not be read */
  end(job: TakenJob, { aside }: JobEnd, unread: readonly Failure[]): void {
    this.failed.delete(job.id);
    if (job.lane !== 'rest') this.counts.done++;
    this.counts.aside += aside.length;
    this.counts.unread += unread.length;
    this.unread = [...this.unread, ...unread].slice(0, MOST_NAMED);
  }

  /** @returns whether it did not fail for this reason the last time */
  fail(job: TakenJob, reason: string): boolean {
    const isNews = this.failed.get(job.id)?.reason !== reason;
    const [path, sha256] =
      job.lane === 'rest' ? [taskTitle(job.task), null] : [shownPath(job.file.path), job.file.sha256];
    this.failed.set(job.id, { path, sha256, outcome: 'unreadable', reason });
    return isNews;
  }

  giveBack(jobs: number): void {
    this.counts.givenBack += jobs;
  }
}
