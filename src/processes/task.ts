/** One kind of job for a process of its own, by the types of what passes between the two sides. */
export interface Task {
  job: unknown;
  answer: unknown;
  /** Told on the way, a few times a second. */
  progress: unknown;
  /** Handed over on the way, one by one: the process waits until it is taken. */
  item: unknown;
}

/** What a process is told. */
export type ToProcess<T extends Task> = { kind: 'job'; job: T['job'] } | { kind: 'go-on' } | { kind: 'stop' };

/** What it says. A job ends with `done` or `failed`. */
export type FromProcess<T extends Task> =
  | { kind: 'ready' }
  | { kind: 'progress'; progress: T['progress'] }
  | { kind: 'item'; item: T['item'] }
  | { kind: 'done'; answer: T['answer'] }
  | JobFailure;

/** Thrown back by what the process runs; `message` is for the developer, `code` the system's where it was a fault of the system. */
export interface JobFailure {
  kind: 'failed';
  message: string;
  code: string | null;
}

/** The process ended in the midst of the job: of a limit, by the system, or of itself. */
export interface Death {
  kind: 'died';
  cause: 'time' | 'memory' | 'disk' | 'crash';
  /** For people. */
  reason: string;
}

/** How a job ended; `stopped`: its process was ended by the one that started it. */
export type JobResult<T extends Task> =
  | { kind: 'done'; answer: T['answer'] }
  | JobFailure
  | Death
  | { kind: 'not-started'; reason: string }
  | { kind: 'stopped' };
