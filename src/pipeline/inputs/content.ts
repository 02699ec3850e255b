import type { KnownFromOutside } from './known-from-outside.js';

/** What tells one content from another. */
export interface DocumentIdentity {
  sha256: string;
  bytes: number;
}

/** A file of an import, known by its content. */
export interface Content extends DocumentIdentity, KnownFromOutside {
  /** The document's path. */
  path: string;
  /** Where the bytes are: the path, a member of an archive laid on disk, or a kept source. */
  file: string;
  /** A system or temporary file by its name: counted, never read. */
  ignored: boolean;
  /** Called when the bytes are no longer needed. */
  release: () => Promise<void>;
}
