import type { KnownDocument } from '../../model/ports/documents.js';
import type { Content } from '../inputs/content.js';
import { identifyContent, notRead } from '../inputs/identify-content.js';
import { keepSource } from '../inputs/keep-source.js';
import type { InputFile } from '../inputs/list-inputs.js';
import { OUTCOME_OF_DEATH } from '../reading/outcome-of-death.js';
import type { ReadSign } from '../reading/read-job.js';
import { ArchiveFlow } from './archive-flow.js';
import type { FlowOptions } from './flow-options.js';
import { needsReading } from './needs-reading.js';

/**
 * The way of every file: identify, ask the store, read in a child process or open as an archive, hand to the writer. Files of
 * the same content go one after the other. A file that killed its process is put aside for one more try, alone; one that does so
 * over a picture is then read without its pictures.
 */
export class ImportFlow {
  /** Something failed that is not a file's fault; `caughtUp` throws it. */
  broken = false;
  private error: unknown;
  private readonly turns = new Map<string, Promise<void>>();
  private readonly aside: Content[] = [];
  private readonly readAgain = new Set<string>();
  private readonly archives: ArchiveFlow;
  private alone = false;

  constructor(private readonly options: FlowOptions) {
    this.archives = new ArchiveFlow(options, {
      begin: (content) => this.begin(content),
      wants: (content, known) => this.wants(content, known),
      pass: (content, known) => this.pass(content, known),
    });
  }

  /** Hashes a file and lets it go its way beside the caller, who is held back while the readers have enough to do. */
  async add({ path, file = path, ignored, plain, unreadable }: InputFile): Promise<void> {
    const { run, outside, readers, signal } = this.options;
    if (unreadable !== undefined) return run.fail(notRead(path, unreadable));
    await readers.room();
    const identity = await identifyContent(file, path, { plain, signal }).catch((error: unknown) => {
      if (signal?.aborted && error === signal.reason) return null;
      throw error;
    });
    if (identity === null) return;
    if ('failure' in identity) return run.fail(identity.failure);
    this.addContent({ ...identity, ...outside(path), path, file, ignored, release: async () => undefined });
  }

  /** Lets a file go its way that was hashed already. */
  addContent(content: Content): void {
    void this.begin(content);
  }

  /** Waits for everything that was added; then reads what killed its process once more, one at a time. */
  async caughtUp(): Promise<void> {
    await this.allTurns();
    this.alone = true;
    for (const content of this.aside.splice(0)) {
      if (this.broken) break;
      void this.begin(content);
      await this.allTurns();
    }
    if (this.broken) throw this.error;
  }

  /** Paths of the contents to be read again that no file had. */
  missed(): string[] {
    return [...(this.options.only ?? [])].flatMap(([sha256, path]) =>
      this.readAgain.has(sha256) ? [] : [path],
    );
  }

  /** Removes what was unpacked. */
  close(): Promise<void> {
    return this.archives.close();
  }

  private async allTurns(): Promise<void> {
    while (this.turns.size > 0) await Promise.all(this.turns.values());
  }

  private begin(content: Content): Promise<void> {
    const { sha256 } = content;
    const before = this.turns.get(sha256) ?? Promise.resolve();
    const turn = before
      .then(() => (this.broken ? undefined : this.consider(content)))
      .catch((error: unknown) => {
        this.error ??= error;
        this.broken = true;
      })
      .finally(() => {
        if (this.turns.get(sha256) === turn) this.turns.delete(sha256);
      });
    this.turns.set(sha256, turn);
    return turn;
  }

  private async consider(content: Content): Promise<void> {
    const { sink, run } = this.options;
    const archive = await this.archives.standing(content);
    if (archive === 'kept') return content.release();
    const known = await sink.known(content.sha256);
    if (archive === 'unknown' && !this.wants(content, known)) await this.pass(content, known);
    else if (content.ignored) await run.ignore(content);
    else return this.read({ ...content, hints: content.hints ?? known?.hints ?? null });
    return content.release();
  }

  private wants({ sha256, path, hints, ignored }: Content, known: KnownDocument | null): boolean {
    const { only, ocr } = this.options;
    if (only) return only.has(sha256) && !this.readAgain.has(sha256);
    return !known || (!ignored && needsReading(known, path, hints, ocr));
  }

  /** A file that is not read: known, or none of those asked for. */
  private async pass(content: Content, known: KnownDocument | null): Promise<void> {
    const { run, only } = this.options;
    if (only || !known) return run.passOver();
    await this.keep(content);
    await run.unchanged(content, known);
  }

  private async read(content: Content): Promise<void> {
    const { readers, run, sink, ocr } = this.options;
    const { file, path, hints, sha256 } = content;
    const started = (): void => run.begin(path);
    const corrections = await sink.corrections(sha256);
    const job = { file, path, hints: hints ?? {}, ocr, corrections, packs: true };
    let isRecognizing = false;
    const progress = (sign: ReadSign): void => {
      isRecognizing ||= sign === 'recognizing';
    };
    let read = await readers.run(job, { started, progress });
    if (read.kind === 'died' && isRecognizing && this.alone) {
      const abandoned = { outcome: OUTCOME_OF_DEATH[read.cause], reason: read.reason };
      read = await readers.run({ ...job, ocr: 'off', abandoned }, { started });
    }
    if (read.kind === 'stopped') return;
    const isArchive = read.kind === 'done' && read.answer.kind === 'archive';
    const result = isArchive ? await this.archives.open(content) : read;
    if (result === null || result.kind === 'stopped') return;
    if (result.kind === 'died' && !this.alone) {
      this.aside.push(content);
      return;
    }
    this.readAgain.add(sha256);
    if (result.kind !== 'done') {
      if (result.kind === 'died') await this.keep(content);
      await run.settle(content, result);
    } else if (result.answer.kind === 'document') {
      await this.keep(content);
      await run.settle(content, { kind: 'done', answer: result.answer });
    }
    return content.release();
  }

  /** Keeps the bytes where that is wanted; members of an archive that was not opened have none at hand. */
  private async keep(content: Content): Promise<void> {
    const { sources } = this.options;
    if (sources !== undefined && content.file !== '') await keepSource(sources, content);
  }
}
