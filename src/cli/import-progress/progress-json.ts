import { documentCounts } from '../../pipeline/import/document-counts.js';
import { type FileDone, failureIn, isFileDone } from '../../pipeline/import/import-event.js';
import type { Progress } from './progress.js';

/** One JSON object a line for every file that is done; keys are English. */
export function progressJson(stream: NodeJS.WritableStream): Progress {
  let files = 0;
  let done = 0;
  let failures = 0;
  return {
    report: (event) => {
      if (event.kind === 'listed') files = event.files;
      else if (event.kind === 'skipped')
        stream.write(`${JSON.stringify({ event: 'skipped', path: event.path, reason: event.reason })}\n`);
      else if (event.kind === 'linking') {
        const { done: linked, departments } = event;
        stream.write(`${JSON.stringify({ event: 'linking', done: linked, departments })}\n`);
      } else if (isFileDone(event)) {
        done++;
        if (failureIn(event)) failures++;
        stream.write(`${JSON.stringify({ ...asJson(event), done, files, failures })}\n`);
      }
    },
    end: () => undefined,
  };
}

function asJson(event: FileDone): object {
  if (event.kind === 'failure') return { event: 'failure', ...event.failure };
  if (event.kind !== 'document') return { event: event.kind, path: event.path };
  const { sha256, outcome, reason, format, bytes } = event.document;
  const counts = documentCounts(event.document);
  return {
    event: 'document',
    path: event.path,
    sha256,
    format,
    bytes,
    outcome,
    reason,
    kept: event.kept,
    ...counts,
  };
}
