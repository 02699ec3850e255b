import PQueue from 'p-queue';
import type { ReadDocument } from '../model/document.js';
import { isUnread, type Outcome } from '../model/outcome.js';
import type { DocumentSink } from '../model/ports.js';
import { type Content, unreadableFile } from './identify-content.js';
import { addDocument, emptySummary, type Failure, type ImportSummary } from './import-summary.js';
import type { ReadResult } from './read-job.js';
import { READER_VERSION } from './reader-version.js';
import { unreadDocument } from './unread-document.js';

/** Told of each file as it is done: `document` when it was stored, else what became of it. */
export type ImportEvent =
  | { kind: 'listed'; files: number }
  | { kind: 'document'; path: string; document: ReadDocument }
  | { kind: 'unchanged' | 'duplicate'; path: string }
  | { kind: 'failure'; failure: Failure };
export type ReportImport = (event: ImportEvent) => void;

/** Documents that may wait for the writer before reading pauses. */
const WRITER_BACKLOG = 4;

/** Marks a file ignored by its name: no reader has seen it, so any reader may. */
const NEVER_READ = 'none';

/** State of one import: the single writer, what was met, and the summary. */
export class ImportRun {
  /** Something failed that is not a file's fault; `caughtUp` throws it. */
  broken = false;
  private error: unknown;
  private readonly started = Date.now();
  private readonly summary: ImportSummary = emptySummary();
  private readonly writer = new PQueue({ concurrency: 1 });
  private readonly pending = new Set<Promise<void>>();
  private readonly met = new Set<string>();
  private readonly duplicates: Content[] = [];
  private done = 0;

  constructor(
    private readonly sink: DocumentSink,
    files: number,
    private readonly report: ReportImport = () => undefined,
  ) {
    this.summary.files = files;
    report({ kind: 'listed', files });
  }

  /** Whether there is nothing to read: the store has the content, or this run met it before. Its path is kept either way. */
  async isKnown(content: Content): Promise<boolean> {
    const { sha256, path, ignored } = content;
    if (this.met.has(sha256)) {
      this.duplicates.push(content);
      this.summary.duplicates++;
      this.tell({ kind: 'duplicate', path });
      return true;
    }
    this.met.add(sha256);
    const known = await this.sink.known(sha256);
    if (!known || (known.readerVersion !== READER_VERSION && !ignored)) return false;
    if (!known.paths.includes(path)) await this.write(() => this.sink.addPath(sha256, path));
    this.summary.unchanged++;
    const outcome = known.outcome as Outcome;
    if (isUnread(outcome)) this.summary.failures.push({ path, outcome, reason: null });
    this.tell({ kind: 'unchanged', path });
    return true;
  }

  /** Stores how the reading of a file ended. */
  async settle(content: Content, result: ReadResult<ReadDocument>): Promise<void> {
    if (result.kind === 'stopped') return;
    if (result.kind === 'done') return this.save(content.path, result.answer);
    if (result.kind === 'died') return this.saveUnread(content, result.outcome, result.reason);
    const failure = unreadableFile(content.path, result.code);
    if (failure) return this.fail(failure);
    return this.saveUnread(content, 'crash', `程序内部错误：${result.message}`);
  }

  /** Stores a file that is not read because of its name. */
  ignore(content: Content): Promise<void> {
    const document = unreadDocument({ ...content, format: 'system' }, 'ignored', '系统文件或临时文件');
    return this.save(content.path, { ...document, readerVersion: NEVER_READ });
  }

  fail(failure: Failure): void {
    this.summary.failures.push(failure);
    this.tell({ kind: 'failure', failure });
  }

  /** Lets work go on beside the caller; its error breaks the run. */
  background(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        this.error ??= error;
        this.broken = true;
      })
      .finally(() => this.pending.delete(tracked));
    this.pending.add(tracked);
  }

  /** Resolves when the writer is not far behind. */
  room(): Promise<void> {
    return this.writer.onSizeLessThan(WRITER_BACKLOG);
  }

  /** Waits for all work in the background. */
  async caughtUp(): Promise<void> {
    await Promise.all(this.pending);
    if (this.broken) throw this.error;
  }

  async finish(): Promise<ImportSummary> {
    for (const { sha256, path } of this.duplicates) {
      if (await this.sink.known(sha256)) await this.write(() => this.sink.addPath(sha256, path));
    }
    this.summary.left = this.summary.files - this.done;
    this.summary.seconds = (Date.now() - this.started) / 1000;
    return this.summary;
  }

  private saveUnread(content: Content, outcome: Outcome, reason: string): Promise<void> {
    return this.save(content.path, unreadDocument({ ...content, format: 'unknown' }, outcome, reason));
  }

  private async save(path: string, document: ReadDocument): Promise<void> {
    await this.write(() => this.sink.save(document));
    addDocument(this.summary, document);
    this.tell({ kind: 'document', path, document });
  }

  private write(work: () => Promise<void>): Promise<void> {
    return this.writer.add(work);
  }

  private tell(event: ImportEvent): void {
    this.done++;
    this.report(event);
  }
}
