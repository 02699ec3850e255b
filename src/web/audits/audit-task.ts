import type { AuditScope } from '../../model/finding.js';
import type { Task } from '../../processes/task.js';

export interface AuditTask extends Task {
  /** `path`: the store's file. */
  job: { path: string; scope: AuditScope };
  answer: AuditEnd;
  progress: { seen: number };
  item: never;
}

/** `failed`: why, for people. */
export type AuditEnd =
  | { kind: 'done'; documents: number; findings: number }
  | { kind: 'failed'; message: string };
