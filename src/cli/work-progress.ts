import { shownPath } from '../pipeline/files/shown-path.js';
import type { WorkEvent, WorkSummary } from '../pipeline/queued/work-on-queue.js';
import { say } from './say.js';

/** How often a worker says how much it has done. */
const TELL_MS = 30_000;

export interface WorkProgress {
  tell: (event: WorkEvent) => void;
  end: (summary: WorkSummary) => void;
}

/** What a worker says: what could not be read at once, numbers now and then; or each job as a line of JSON. */
export function workProgress(log: 'text' | 'json'): WorkProgress {
  if (log === 'json') {
    return {
      tell: (event) => say(JSON.stringify(record(event))),
      end: (summary) => say(JSON.stringify({ event: 'summary', ...summary })),
    };
  }
  let done = 0;
  let told = Date.now();
  return {
    tell: (event) => {
      if (event.kind === 'waits') return say(`${event.reason}；${event.seconds} 秒后再试`);
      if (event.kind === 'failed') return say(`没有读成 ${titleOf(event)}：${event.reason}`);
      for (const { path, reason } of event.aside) say(`搁置 ${path}：${reason}`);
      done++;
      if (Date.now() - told < TELL_MS) return;
      told = Date.now();
      say(`已做 ${done}`);
    },
    end: ({ done: all, failed, aside, givenBack }) =>
      say(
        [
          `做完 ${all}`,
          ...(aside > 0 ? [`搁置 ${aside}`] : []),
          ...(failed > 0 ? [`没有读成 ${failed}`] : []),
          ...(givenBack > 0 ? [`还给队列 ${givenBack}`] : []),
        ].join('，'),
      ),
  };
}

const titleOf = ({ job }: Extract<WorkEvent, { job: unknown }>): string =>
  job.lane === 'rest' ? job.task.kind : shownPath(job.file.path);

function record(event: WorkEvent): object {
  const { kind, ...rest } = event;
  if (!('job' in rest)) return { event: kind, ...rest };
  const { job, ...more } = rest;
  const what = job.lane === 'rest' ? job.task : { path: shownPath(job.file.path), sha256: job.file.sha256 };
  return { event: kind, lane: job.lane, attempt: job.attempt, ...what, ...more };
}
