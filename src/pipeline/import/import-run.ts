import type { ReadDocument } from '../../model/document.js';
import { programFault } from '../../model/explain-error.js';
import type { Failure, Skipped } from '../../model/import-record.js';
import { isUnread, type Outcome } from '../../model/outcome.js';
import type { DocumentSink, KnownDocument, PackedReading } from '../../model/ports/documents.js';
import { shownPath } from '../files/shown-path.js';
import type { Content } from '../inputs/content.js';
import { notRead, unreadableFile } from '../inputs/identify-content.js';
import { OUTCOME_OF_DEATH } from '../reading/outcome-of-death.js';
import type { ReadAnswer, ReadResult } from '../reading/read-job.js';
import { unreadDocument } from '../reading/unread-document.js';
import { BatchWriter } from './batch-writer.js';
import type { ImportEvent, ReportImport } from './import-event.js';
import {
  addDocument,
  addPartial,
  addReread,
  addUnread,
  emptySummary,
  type ImportSummary,
} from './import-summary.js';
import { NEVER_READ } from './needs-reading.js';

type Ended =
  | Extract<ReadResult, { kind: 'failed' | 'died' }>
  | { kind: 'done'; answer: Extract<ReadAnswer, { kind: 'document' }> };

/** The disk is full, or as full as this user may make it: no fault of the file. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** State of one import: the single writer, what was met, and the summary. */
export class ImportRun {
  private readonly started = Date.now();
  private readonly summary: ImportSummary = emptySummary();
  private readonly met = new Set<string>();
  private done = 0;

  constructor(
    private readonly sink: DocumentSink,
    private readonly report: ReportImport = () => undefined,
    readonly writer: BatchWriter = new BatchWriter(sink),
  ) {}

  /** So many more files will be told of. */
  expect(files: number): void {
    this.summary.files += files;
    this.report({ kind: 'listed', files: this.summary.files });
  }

  /** A file that is none of those asked for. */
  passOver(): void {
    this.expect(-1);
  }

  /** Something that is no file, and is not counted as one. */
  skip(skipped: Skipped): void {
    this.summary.skipped.push(skipped);
    this.report({ kind: 'skipped', ...skipped });
  }

  begin(path: string): void {
    this.report({ kind: 'started', path: shownPath(path) });
  }

  /** A content the store has and that need not be read: its path is kept. */
  async unchanged({ sha256, path, url, published }: Content, known: KnownDocument): Promise<void> {
    const seen = known.paths.find((each) => each.path === path);
    const shown = shownPath(path);
    const isNews =
      seen?.isReplaced !== false ||
      seen.shown !== shown ||
      (url !== null && url !== seen.url) ||
      (published !== null && published !== seen.published);
    if (isNews) await this.writer.run(() => this.sink.addPath(sha256, path, { shown, url, published }));
    const again = this.met.has(sha256);
    this.met.add(sha256);
    if (again) this.summary.duplicates++;
    else this.summary.unchanged++;
    const { outcome, reason, unreadRows, gaps: diagnostics } = known;
    addUnread(this.summary, { path: shown, sha256, outcome, reason });
    if (!again) addPartial(this.summary, { path: shown, sha256, outcome, reason, unreadRows, diagnostics });
    this.tell({ kind: again ? 'duplicate' : 'unchanged', path: shown });
  }

  /** Stores how the reading of a file ended. A file that changed between hashing and reading is not stored. */
  async settle(content: Content, result: Ended): Promise<void> {
    if (result.kind === 'died')
      return this.saveUnread(content, OUTCOME_OF_DEATH[result.cause], result.reason);
    if (result.kind === 'failed') {
      if (result.code !== null && NO_ROOM.includes(result.code))
        throw Object.assign(new Error(result.message), { code: result.code });
      const failure = unreadableFile(content.path, result.code);
      if (failure) return this.fail(failure);
      return this.saveUnread(content, 'crash', programFault(result.message));
    }
    const { document, packed } = result.answer;
    if (document.sha256 === content.sha256) return this.save(content, document, packed);
    this.fail(notRead(content.path, '文件在导入过程中改变；请再导入一次'));
  }

  /** Stores a file that is not read because of its name. */
  ignore(content: Content): Promise<void> {
    const document = unreadDocument({ ...content, format: 'system' }, 'ignored', '系统文件或临时文件');
    return this.save(content, { ...document, readerVersion: NEVER_READ });
  }

  saveUnread(content: Content, outcome: Outcome, reason: string): Promise<void> {
    return this.save(content, unreadDocument({ ...content, format: 'unknown' }, outcome, reason));
  }

  fail(failure: Failure): void {
    const shown = { ...failure, path: shownPath(failure.path) };
    this.summary.failures.push(shown);
    this.tell({ kind: 'failure', failure: shown });
  }

  /** A content that should be read again, but no file has it any more. */
  missed(path: string): void {
    this.expect(1);
    this.fail(notRead(path, '文件已不在原处，或内容已经改变'));
  }

  /** An archive all of whose members were told of. */
  unpacked(path: string): void {
    this.summary.archives++;
    this.tell({ kind: 'archive', path: shownPath(path) });
  }

  async finish(): Promise<ImportSummary> {
    this.summary.replaced = await this.writer.run(() => this.sink.linkVersions());
    return this.ended();
  }

  /** What was done; versions are linked by another. */
  ended(): ImportSummary {
    this.summary.left = this.summary.files - this.done;
    this.summary.seconds = (Date.now() - this.started) / 1000;
    return this.summary;
  }

  private async save(content: Content, read: ReadDocument, packed?: PackedReading): Promise<void> {
    const { path: truePath, hints, url, published, sha256 } = content;
    const title = read.title ?? hints?.title ?? null;
    const document = { ...read, title, hints, url, published };
    const before = this.met.has(sha256) ? null : await this.sink.known(sha256);
    const result = await this.writer.save({ document, truePath, packed });
    if (result === 'too-large') {
      const reason = '文档中同类记录过多，无法编号';
      return this.save(content, unreadDocument(read, 'limit', reason));
    }
    this.met.add(sha256);
    if (result === 'saved') {
      addDocument(this.summary, document);
      if (before) await this.noteReread(document, before);
    } else this.summary.kept++;
    this.tell({ kind: 'document', path: document.path, document, kept: result === 'stands' });
  }

  private async noteReread({ path, sha256 }: ReadDocument, before: KnownDocument): Promise<void> {
    const after = (await this.sink.known(sha256))?.subject ?? before.subject;
    addReread(this.summary, { path, sha256, before: before.subject, after }, !isUnread(before.outcome));
  }

  private tell(event: ImportEvent): void {
    this.done++;
    this.report(event);
  }
}
