/** What is known of a file from outside of it; wins over what its text suggests, except the path. */
export interface ReadHints {
  region?: string;
  year?: number;
  department?: string;
}

/** One file for a reading process. */
export interface ReadJob {
  /** Where the bytes are. */
  file: string;
  /** The document's path as shown and stored; differs from `file` for members of archives. */
  path: string;
  hints: ReadHints;
}

/** What a reading process says. A job ends with `done` or `failed`. */
export type WorkerMessage<Answer> =
  | { kind: 'ready' }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; answer: Answer }
  | { kind: 'failed'; message: string; code: string | null };

/** How a job ended: answered; thrown back by the reading code; the process died of it; or the pool was closed before. */
export type ReadResult<Answer> =
  | { kind: 'done'; answer: Answer }
  | { kind: 'failed'; message: string; code: string | null }
  | { kind: 'died'; outcome: 'timeout' | 'oom' | 'crash'; reason: string }
  | { kind: 'stopped' };
