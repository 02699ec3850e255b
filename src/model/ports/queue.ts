import type { ReadHints } from '../document.js';
import type { OcrMode } from '../facts/ocr-modes.js';
import type { Provenance } from './documents.js';

/**
 * Where jobs wait: `text`: files to be read without their pictures, fast; `ocr`: files of which pictures are left, slow; `rest`:
 * what is done over the whole store once nothing fast waits.
 */
export const LANES = ['text', 'ocr', 'rest'] as const;
export type Lane = (typeof LANES)[number];

export const LANE_TITLES: Record<Lane, string> = { text: '文字', ocr: '图像识别', rest: '对应与核查' };
export type ReadingLane = Exclude<Lane, 'rest'>;

/** A row of a manifest for a file, what holds it, or what it holds. */
export interface QueuedRow extends Provenance {
  path: string;
  hints: ReadHints;
}

/** A file that waits to be read. */
export interface QueuedFile {
  sha256: string;
  bytes: number;
  /** The document's path, the true one, as an import of the same words would store it. */
  path: string;
  /** The same path from the root of the file system: where a reader finds the bytes, unless the queue keeps them. */
  file: string;
  /** The queue keeps the bytes. */
  isKept: boolean;
  /** A system or temporary file by its name: counted, never read. */
  ignored: boolean;
  /** Known of it from outside; rows by paths from the root. */
  hints: ReadHints;
  rows: readonly QueuedRow[];
  /** How its pictures are to be read. */
  ocr: OcrMode;
}

/** What is done over many documents: versions and departments are linked; what was read is audited, in parts. */
export type RestTask =
  | { kind: 'link' }
  /** The documents of a province, as the store names it; null: of none that is known. */
  | { kind: 'audit'; province: string | null; again: boolean }
  /** Documents held against those of other places. */
  | { kind: 'audit-across'; again: boolean };

/** What a task is, for people. */
export function taskTitle(task: RestTask): string {
  switch (task.kind) {
    case 'link':
      return '各版本、各部门的对应';
    case 'audit':
      return `核查 ${task.province ?? '省份未定的文档'}`;
    case 'audit-across':
      return '核查 各地之间';
  }
}

/** A job in the hands of this worker until it is ended, given back, or lost with its lease. */
export type TakenJob = {
  id: string;
  /** Version of the reader it was put for; an older one is never given it. */
  version: string;
  /** 1 for the first time. */
  attempt: number;
} & ({ lane: ReadingLane; file: QueuedFile } | { lane: 'rest'; task: RestTask });

/** How a job was done. */
export interface JobEnd {
  /** Documents stored or found to be stored. */
  documents: number;
  /** Of a file, or of one in it, that killed its reader twice: what is stored says why. */
  aside: readonly { path: string; reason: string }[];
}

/** How the jobs of a lane stand, by the clock of the server. */
export interface LaneStanding {
  lane: Lane;
  waiting: number;
  running: number;
  /** Done, within the time the queue remembers. */
  done: number;
  failed: number;
  cancelled: number;
  /** Jobs an hour over the last quarter of an hour; 0 where none were done. */
  hourly: number;
  /** Until all that waits is done, at that rate; null where nothing can be said. */
  secondsLeft: number | null;
}

export interface HostStanding {
  host: string;
  /** Worker processes that are alive. */
  workers: number;
  /** Readers at a time, of all of them. */
  jobs: number;
  running: number;
  /** Jobs its living workers have done. */
  done: number;
}

/** A job that waits for nobody any more, and why. */
export interface FailedJob {
  lane: Lane;
  /** The true path; of a task what it is. */
  path: string;
  reason: string;
  attempts: number;
  /** Its outcome is stored, and it is not tried again. */
  isStored: boolean;
}

export interface RunningJob {
  lane: Lane;
  /** The true path; of a task what it is. */
  path: string;
  host: string;
  seconds: number;
}

export interface QueueStanding {
  lanes: LaneStanding[];
  hosts: HostStanding[];
  /** Longest first; at most so many as are shown. */
  running: RunningJob[];
  /** Latest first; at most so many as are shown. */
  failed: FailedJob[];
  /** Jobs that wait for a newer reader than any worker has. */
  tooNew: number;
}

/** Jobs for any number of workers on any number of hosts. Every method throws StoreError when the server cannot be used. */
export interface Queue {
  /**
   * Puts files that do not wait yet; one that was done, has failed or was cancelled waits again.
   * @param bytesOf bytes to be kept until no job needs them, of files that say so; null: they are gone, and the file is not put;
   *   where it is left out they are kept already
   * @returns how many did not wait before
   */
  put(
    lane: ReadingLane,
    files: readonly QueuedFile[],
    version: string,
    bytesOf?: (file: QueuedFile) => Promise<Uint8Array | null>,
  ): Promise<number>;
  /** Bytes kept; null where there are none. */
  kept(sha256: string): Promise<Uint8Array | null>;
  /** Puts what is to be done over many documents; what waits already is not put twice. */
  putRest(tasks: readonly RestTask[], version: string): Promise<number>;
  /** Takes jobs that a reader of this version may do, of the first lane that has some; one whose workers were lost twice is set aside. */
  take(lanes: readonly Lane[], version: string, most: number): Promise<TakenJob[]>;
  done(job: TakenJob, end: JobEnd): Promise<void>;
  /**
   * It could not be done: tried again later, on whatever host, until it was tried three times.
   * @param isFinal another time could not do it either
   */
  failed(job: TakenJob, reason: string, isFinal?: boolean): Promise<void>;
  /** They were not done for a reason that is not theirs: they wait again at once. */
  giveBack(jobs: readonly TakenJob[]): Promise<void>;
  /** Jobs that wait or run, and that a reader of this version may do. */
  open(lanes: readonly Lane[], version: string): Promise<{ waiting: number; running: number }>;
  standing(): Promise<QueueStanding>;
  /** What waits is cancelled; what runs ends. @returns how many */
  cancel(): Promise<number>;
  /** What was cancelled or has failed waits again. @returns how many */
  resume(): Promise<number>;
  close(): Promise<void>;
}
