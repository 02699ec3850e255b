import { fileURLToPath } from 'node:url';
import { withDetail } from '../../model/explain-error.js';
import type { AuditScope } from '../../model/finding.js';
import { JobProcess } from '../../processes/job-process.js';
import type { JobResult } from '../../processes/task.js';
import type { AuditEnd, AuditTask } from './audit-task.js';

/** What the last audit started here is doing. */
export type AuditState =
  | { kind: 'idle' }
  /** `scope`: in words. `documents`: how many it will look at, about. */
  | { kind: 'running'; scope: string; seen: number; documents: number }
  | { kind: 'done'; scope: string; documents: number; findings: number }
  | { kind: 'failed'; scope: string; message: string };

/** Audits in a process of their own, one at a time. */
export interface AuditRunner {
  state(): AuditState;
  /** Starts an audit; false where one is running already. */
  start(audit: { scope: AuditScope; title: string; documents: number }): boolean;
  /** Ends the audit under way; what it found is lost. */
  stop(): void;
}

const ENTRY = fileURLToPath(new URL('./audit-entry.js', import.meta.url));

/** @param path file of the store */
export function auditRunner(path: string, entry = ENTRY): AuditRunner {
  let state: AuditState = { kind: 'idle' };
  let process: JobProcess<AuditTask> | null = null;
  return {
    state: () => state,
    start({ scope, title, documents }) {
      if (process) return false;
      const running = { kind: 'running' as const, scope: title, documents };
      state = { ...running, seen: 0 };
      const started = new JobProcess<AuditTask>({ entry, title: '核查进程' });
      process = started;
      const progress = ({ seen }: AuditTask['progress']): void => {
        state = { ...running, seen };
      };
      void started.run({ path, scope }, { progress }).then((result) => {
        process = null;
        state = { ...endOf(result), scope: title };
        return started.stop();
      });
      return true;
    },
    stop: () => void process?.stop(),
  };
}

function endOf(result: JobResult<AuditTask>): AuditEnd {
  switch (result.kind) {
    case 'done':
      return result.answer;
    case 'failed':
      return { kind: 'failed', message: withDetail('核查出错', result.message) };
    case 'stopped':
      return { kind: 'failed', message: '核查已停止' };
    default:
      return { kind: 'failed', message: result.reason };
  }
}
