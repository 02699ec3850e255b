import type { ReadDocument, ReadHints } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { PackedReading } from '../../model/ports/documents.js';
import type { PoolResult } from '../../processes/process-pool.js';
import type { Task } from '../../processes/task.js';
import type { GivenCorrection } from './correct-blocks.js';
import type { Abandoned } from './read-document.js';
import type { UnpackedMember } from './unpack-archive.js';

/** One file for a reading process. */
export interface ReadJob {
  /** Where the bytes are. */
  file: string;
  /** The document's path as shown and stored; differs from `file` for members of archives. */
  path: string;
  hints: ReadHints;
  /** `off` where it is not given. */
  ocr?: OcrMode;
  /** How its process ended while it recognized pictures, which are then left as they are. */
  abandoned?: Abandoned;
  /** What persons corrected in this content. */
  corrections?: readonly GivenCorrection[];
  /** Whether the answer goes into a store: packed, and of its blocks only what rows are made of. */
  packs?: boolean;
  /** Unpack the file, an archive, into this folder instead of reading it. */
  unpackInto?: string;
}

/** What reading a file gives. An archive is only recognized: its members are read one by one. */
export type ReadAnswer =
  | { kind: 'document'; document: ReadDocument; packed?: PackedReading }
  | { kind: 'archive' }
  | { kind: 'unpacked' };

export type ReadSign = 'recognizing' | null;

/** Reading a file, or unpacking an archive member by member. */
export interface ReadTask extends Task {
  job: ReadJob;
  answer: ReadAnswer;
  /** A sign of life, and whether a picture is about to be recognized. */
  progress: ReadSign;
  item: UnpackedMember;
}

export type ReadResult = PoolResult<ReadTask>;
