import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withDetail } from '../../model/explain-error.js';
import type { AuditScope } from '../../model/finding.js';
import type { AuditJob, AuditMessage } from './audit-job.js';

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
  let child: ChildProcess | null = null;
  return {
    state: () => state,
    start({ scope, title, documents }) {
      if (child) return false;
      const running = { kind: 'running' as const, scope: title, documents };
      state = { ...running, seen: 0 };
      const started = fork(entry, { serialization: 'advanced', execArgv: [] });
      child = started;
      started.on('message', (message: AuditMessage) => {
        state = message.kind === 'seen' ? { ...running, seen: message.seen } : { ...message, scope: title };
      });
      const end = (why: string): void => {
        child = null;
        if (state.kind === 'running') state = { kind: 'failed', scope: title, message: why };
      };
      started.on('error', (error) => end(withDetail('核查进程无法启动', error)));
      started.on('exit', (code, signal) => end(`核查进程中途退出（${signal ?? code}）`));
      const job: AuditJob = { path, scope };
      started.send(job);
      return true;
    },
    stop: () => void child?.kill('SIGKILL'),
  };
}
