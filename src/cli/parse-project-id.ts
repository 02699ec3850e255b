import { UsageError } from './usage-error.js';

/** Id of a project as `query projects` prints it: `p12` (also `12`). */
export function parseProjectId(text: string): number {
  const digits = /^p?(\d+)$/i.exec(text)?.[1];
  const id = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(id)) {
    throw new UsageError(
      `--project 应为项目编号，如 p12（见 mingzhang query projects 的编号列），不能是 ${text}`,
    );
  }
  return id;
}
