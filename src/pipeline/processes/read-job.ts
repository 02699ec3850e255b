import type { ReadDocument, ReadHints } from '../../model/document.js';
import type { PackedReading } from '../../model/ports/documents.js';

/** One file for a reading process. */
export interface ReadJob {
  /** Where the bytes are. */
  file: string;
  /** The document's path as shown and stored; differs from `file` for members of archives. */
  path: string;
  hints: ReadHints;
  /** Unpack the file, an archive, into this folder instead of reading it. */
  unpackInto?: string;
}

/** What reading a file gives. An archive is only recognized: its members are read one by one. */
export type ReadAnswer =
  | { kind: 'document'; document: ReadDocument; packed?: PackedReading }
  | { kind: 'archive' }
  | { kind: 'unpacked' };

/** What a reading process says. A job ends with `done` or `failed`; after an `item` the process waits to be told to go on. */
export type WorkerMessage<Answer, Item = never> =
  | { kind: 'ready' }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'item'; item: Item }
  | { kind: 'done'; answer: Answer }
  | { kind: 'failed'; message: string; code: string | null };

/** What a reading process is told. */
export type ParentMessage<Job> = { kind: 'job'; job: Job } | { kind: 'go-on' };

/** How a job ended: answered; thrown back by the reading code; the process died of it; or the pool was closed before. */
export type ReadResult<Answer> =
  | { kind: 'done'; answer: Answer }
  | { kind: 'failed'; message: string; code: string | null }
  | { kind: 'died'; outcome: 'timeout' | 'oom' | 'crash'; reason: string }
  | { kind: 'stopped' };
