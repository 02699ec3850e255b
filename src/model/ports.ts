import type { ReadDocument } from './document.js';
import type { AuditRun, AuditScope, Finding } from './finding.js';

/** Where an import puts what it read. SQLite stands behind it; the pipeline does not know. */
export interface DocumentSink {
  /** What the store knows of a content: null = never seen. */
  known(sha256: string): Promise<{ readerVersion: string; outcome: string; paths: string[] } | null>;
  /** Stores the document in one transaction, replacing what was stored for the same content. */
  save(document: ReadDocument): Promise<void>;
  /** The same content seen at another path. */
  addPath(sha256: string, path: string): Promise<void>;
}

/** Where an audit gets its documents. */
export interface AuditSource {
  /** Documents in the scope, in a stable order, one at a time. */
  documents(scope: AuditScope): AsyncIterable<ReadDocument>;
}

/** Where an audit puts its run. */
export interface FindingSink {
  /** Stores the run; answers which findings are new, unchanged, and which of the run before are resolved. */
  saveRun(
    run: AuditRun,
  ): Promise<{ runId: number; fresh: Finding[]; unchanged: Finding[]; resolved: Finding[] }>;
}
