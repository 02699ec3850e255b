import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { DocumentSink } from '../../model/ports/documents.js';
import type { KnownFromOutside } from '../inputs/known-from-outside.js';
import type { ReaderPool } from '../reading/reader-pool.js';
import type { ImportRun } from './import-run.js';

export interface FlowOptions {
  sink: DocumentSink;
  run: ImportRun;
  readers: ReaderPool;
  unpackers: ReaderPool;
  /** Stops the hashing of a file that is under way. */
  signal?: AbortSignal;
  outside: (path: string) => KnownFromOutside;
  /** Contents to read again (sha256 → path); all others are passed over. Without it all that needs reading is read. */
  only?: ReadonlyMap<string, string>;
  /** How pictures are read. */
  ocr: OcrMode;
  /** Folder that keeps the bytes of every file read. */
  sources?: string;
}
