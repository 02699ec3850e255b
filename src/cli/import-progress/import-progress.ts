import type { Progress } from './progress.js';
import { progressBar } from './progress-bar.js';
import { progressJson } from './progress-json.js';
import { progressLines } from './progress-lines.js';

/** Progress of an import: JSON lines when asked for, a bar on a terminal, one line a file elsewhere. */
export function importProgress(stream: NodeJS.WriteStream, log: 'text' | 'json'): Progress {
  if (log === 'json') return progressJson(stream);
  return stream.isTTY ? progressBar(stream) : progressLines(stream);
}
