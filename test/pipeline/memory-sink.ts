import type { ReadDocument } from '../../src/model/document.js';
import type { DocumentSink } from '../../src/model/ports.js';

/** A sink that keeps everything in memory. */
export class MemorySink implements DocumentSink {
  readonly documents = new Map<string, ReadDocument>();
  readonly paths = new Map<string, string[]>();

  async known(sha256: string) {
    const document = this.documents.get(sha256);
    if (!document) return null;
    const { readerVersion, outcome } = document;
    return { readerVersion, outcome, paths: this.paths.get(sha256) ?? [] };
  }

  async save(document: ReadDocument): Promise<void> {
    this.documents.set(document.sha256, document);
    await this.addPath(document.sha256, document.path);
  }

  async addPath(sha256: string, path: string): Promise<void> {
    this.paths.set(sha256, [...new Set([...(this.paths.get(sha256) ?? []), path])]);
  }

  /** Outcome by file name. */
  outcomes(): Record<string, string> {
    const all = [...this.documents.values()].map(({ path, outcome }) => [path.split('/').at(-1), outcome]);
    return Object.fromEntries(all.sort());
  }
}
