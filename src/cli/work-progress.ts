import { taskTitle } from '../model/ports/queue.js';
import { shownPath } from '../pipeline/files/shown-path.js';
import { isFileDone, type ReportImport } from '../pipeline/import/import-event.js';
import type { WorkEvent } from '../pipeline/queued/work-on-queue.js';
import type { WorkSummary } from '../pipeline/queued/work-tally.js';
import { describeFailures } from './describe-import.js';
import { describeEvent, describeSkipped } from './import-progress/describe-event.js';
import { say } from './say.js';

export interface WorkProgress {
  report?: ReportImport;
  tell: (event: WorkEvent) => void;
  end: (summary: WorkSummary) => void;
}

const IN_STORE = '用 mingzhang query documents 查看库中的全部';

/** What a worker says: a line for each file, as an import does, and what was not read at its end; or each job as a line of JSON. */
export function workProgress(log: 'text' | 'json'): WorkProgress {
  if (log === 'json') {
    return {
      tell: (event) => say(JSON.stringify(record(event))),
      end: (summary) => say(JSON.stringify({ event: 'summary', ...summary })),
    };
  }
  return {
    report: (event) => {
      if (event.kind === 'skipped') say(describeSkipped(event));
      else if (isFileDone(event)) say(describeEvent(event));
    },
    tell: (event) => {
      if (event.kind === 'waits') say(`${event.reason}；${event.seconds} 秒后再试`);
      else if (event.kind === 'failed') say(`没有读成 ${titleOf(event)}：${event.reason}`);
      else if (event.job.lane === 'rest') say(titleOf(event));
    },
    end: ({ done, failed, unread, aside, givenBack, failures }) => {
      const parts = [
        `做完的文件 ${done}`,
        ...(aside > 0 ? [`搁置 ${aside}`] : []),
        ...(givenBack > 0 ? [`还给队列 ${givenBack}`] : []),
      ];
      say(parts.join('，'));
      for (const line of describeFailures(failures, { count: unread + failed, more: IN_STORE })) say(line);
    },
  };
}

const titleOf = ({ job }: Extract<WorkEvent, { job: unknown }>): string =>
  job.lane === 'rest' ? taskTitle(job.task) : shownPath(job.file.path);

function record(event: WorkEvent): object {
  const { kind, ...rest } = event;
  if (!('job' in rest)) return { event: kind, ...rest };
  const { job, ...more } = rest;
  const what = job.lane === 'rest' ? job.task : { path: shownPath(job.file.path), sha256: job.file.sha256 };
  return { event: kind, lane: job.lane, attempt: job.attempt, ...what, ...more };
}
