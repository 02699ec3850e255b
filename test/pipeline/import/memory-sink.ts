import { countUnreadRows } from '../../../src/model/count-unread-rows.js';
import type { ReadDocument } from '../../../src/model/document.js';
import type {
  DocumentSink,
  KnownPath,
  MemberOfArchive,
  Parcel,
  ReplacedPath,
  SaveResult,
  SeenAt,
} from '../../../src/model/ports/documents.js';

/** A sink that keeps everything in memory; the last reading of a content is kept. */
export class MemorySink implements DocumentSink {
  readonly documents = new Map<string, ReadDocument>();
  readonly paths = new Map<string, KnownPath[]>();
  readonly archives = new Map<string, readonly MemberOfArchive[]>();

  async known(sha256: string) {
    const document = this.documents.get(sha256);
    if (!document) return null;
    const { readerVersion, outcome, reason, path, hints = null } = document;
    return {
      readerVersion,
      triedVersion: readerVersion,
      outcome,
      reason,
      paths: this.paths.get(sha256) ?? [],
      readAs: path,
      hints,
      subject: { province: null, city: null, region: null, year: null, department: null },
      pictures: document.pictures ?? null,
      unreadRows: countUnreadRows(document.unread),
      gaps: document.diagnostics,
    };
  }

  async saveAll(parcels: readonly Parcel[]): Promise<SaveResult[]> {
    for (const { document, truePath = document.path } of parcels) {
      this.documents.set(document.sha256, document);
      await this.addPath(document.sha256, truePath, { ...document, shown: document.path });
    }
    return parcels.map(() => 'saved');
  }

  async addPath(
    sha256: string,
    path: string,
    { shown = path, url = null, published = null }: Partial<SeenAt> = {},
  ): Promise<void> {
    const others = (this.paths.get(sha256) ?? []).filter((each) => each.path !== path);
    this.paths.set(sha256, [...others, { path, shown, url, published, isReplaced: false }]);
  }

  async corrections(): Promise<[]> {
    return [];
  }

  async knownArchive(sha256: string) {
    return this.archives.get(sha256)?.slice() ?? null;
  }

  async saveArchive(sha256: string, members: readonly MemberOfArchive[]): Promise<void> {
    this.archives.set(sha256, members);
  }

  async linkVersions(): Promise<ReplacedPath[]> {
    return [];
  }

  /** Outcome by file name. */
  outcomes(): Record<string, string> {
    const all = [...this.documents.values()].map(({ path, outcome }) => [path.split('/').at(-1), outcome]);
    return Object.fromEntries(all.sort());
  }
}
