import type { AuditScope } from '../../model/finding.js';

/** What the process of an audit is told. */
export interface AuditJob {
  /** The store's file. */
  path: string;
  scope: AuditScope;
}

/** What it tells. */
export type AuditMessage =
  | { kind: 'seen'; seen: number }
  | { kind: 'done'; documents: number; findings: number }
  | { kind: 'failed'; message: string };
