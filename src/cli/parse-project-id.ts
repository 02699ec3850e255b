import { UsageError } from './usage-error.js';

/** The name of a project as `query projects` prints it: `p12`, short `p5123-1` (also without the letter). Which one it is the store says. */
export function parseProjectId(text: string): string {
  if (/^p?\d+(-\d+)?$/i.test(text)) return text;
  throw new UsageError(`项目编号应如 p12（见 mingzhang query projects 的编号列），不能是 ${text}`);
}
