import type { DocumentSink } from '../../model/ports/documents.js';
import type { KnownFromOutside } from '../inputs/known-from-outside.js';
import type { ReadAnswer } from '../processes/read-job.js';
import type { ReaderPool } from '../processes/reader-pool.js';
import type { UnpackedMember } from '../reading/unpack-archive.js';
import type { ImportRun } from './import-run.js';

export interface FlowOptions {
  sink: DocumentSink;
  run: ImportRun;
  readers: ReaderPool<ReadAnswer>;
  unpackers: ReaderPool<ReadAnswer, UnpackedMember>;
  /** Stops the hashing of a file that is under way. */
  signal?: AbortSignal;
  outside: (path: string) => KnownFromOutside;
  /** Contents to read again (sha256 → path); all others are passed over. Without it all that needs reading is read. */
  only?: ReadonlyMap<string, string>;
  /** Folder that keeps the bytes of every file read. */
  sources?: string;
}
