import type { DocumentSink, Parcel, SaveResult } from '../../model/ports/documents.js';

/** A batch is written when it holds so many documents or cells, or after so many milliseconds. */
const MOST_DOCUMENTS = 32;
const MOST_CELLS = 20_000;
const LINGER_MS = 100;

interface Waiting {
  parcel: Parcel;
  resolve: (result: SaveResult) => void;
  reject: (error: unknown) => void;
}

/** The single writer of an import: what arrives within a moment is stored in one transaction. */
export class BatchWriter {
  private waiting: Waiting[] = [];
  private cells = 0;
  private timer: NodeJS.Timeout | null = null;
  /** Writes follow each other. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly sink: DocumentSink) {}

  /** Resolves when the document is committed. */
  save(parcel: Parcel): Promise<SaveResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ parcel, resolve, reject });
      this.cells += parcel.document.claims.length;
      if (this.waiting.length >= MOST_DOCUMENTS || this.cells >= MOST_CELLS) this.flush();
      else this.timer ??= setTimeout(() => this.flush(), LINGER_MS);
    });
  }

  /** Runs other work on the store in turn with the batches. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.flush();
    const done = this.last.then(work);
    this.last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    this.cells = 0;
    this.last = this.last.then(() => this.write(batch));
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.sink.saveAll(batch.map(({ parcel }) => parcel));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] ?? 'saved');
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
