import { isFileDone } from '../../pipeline/import/import-event.js';
import { FilesUnderWay } from '../../pipeline/import/import-tracker/files-under-way.js';
import { describeEvent, describeLinking, describeSkipped } from './describe-event.js';
import type { Progress } from './progress.js';

/** How often a file that takes long is mentioned. */
const SLOW_SECONDS = 30;

/** One line a file, and one now and then for files that take long. */
export function progressLines(stream: NodeJS.WritableStream): Progress {
  const underWay = new FilesUnderWay();
  let files = 0;
  let done = 0;
  const timer = setInterval(() => {
    for (const { path, seconds } of underWay.slow(SLOW_SECONDS))
      stream.write(`仍在读 ${path}（${seconds} 秒）\n`);
  }, SLOW_SECONDS * 1000);
  timer.unref();
  return {
    report: (event) => {
      underWay.note(event);
      if (event.kind === 'listed') files = event.files;
      else if (event.kind === 'linking') stream.write(`${describeLinking(event)}\n`);
      else if (event.kind === 'skipped') stream.write(`${describeSkipped(event)}\n`);
      else if (isFileDone(event)) stream.write(`[${++done}/${files}] ${describeEvent(event)}\n`);
    },
    end: () => clearInterval(timer),
  };
}
