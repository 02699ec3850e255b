import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

const THREAD = new URL('./connection-thread.mjs', import.meta.url);
const DRIVER = new URL('./pg-driver.mjs', import.meta.url);

/** Should a wake-up be lost, the answer is found so much later. */
const LOOK_AGAIN_MS = 200;

export interface ServerAnswer {
  columns: string[];
  rows: unknown[][];
  changes: number;
}

/** Something the server, or the way to it, said instead of an answer. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  constructor(
    message: string,
    /** SQLSTATE, or of the system (`ECONNREFUSED`). */
    readonly code: string,
    /** Of the fault in the text asked, from 1. */
    readonly position: number | null,
    /** It ended a transaction that was writing. */
    readonly undoes = false,
  ) {
    super(message);
  }
}

/** A connection that answers at once, as SQLite does: a thread of its own speaks with the server while this one waits. */
export interface Connection {
  /** One statement with `$1` … @param name under which the server keeps it prepared */
  query(text: string, values?: readonly unknown[], name?: string): ServerAnswer;
  /** Several statements without parameters. */
  exec(text: string): void;
  /**
   * Rows by `COPY … FROM STDIN`, in its text form. Sent while the caller makes the next ones: what is wrong with them the next
   * question throws.
   */
  copy(text: string, rows: string): void;
  close(): void;
}

type Question =
  | { kind: 'connect' | 'close' }
  | { kind: 'exec'; text: string }
  | { kind: 'copy'; text: string; rows: string }
  | { kind: 'query'; text: string; values: readonly unknown[]; name: string | undefined };

type Reply =
  | { answer: ServerAnswer | null }
  | { error: { message: string; code: string | null; position: number | null } };

/** @param driver module that exports `connect`, see `pg-driver.mjs` @throws ServerError where nobody answers at the address */
export function openConnection(address: string, driver: URL = DRIVER): Connection {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const worker = new Worker(THREAD, {
    workerData: { port: port2, signal, driver: driver.href, address },
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  const { ask, send } = asker(port1, new Int32Array(signal));
  const close = (): void => {
    ask({ kind: 'close' });
    port1.close();
  };
  try {
    ask({ kind: 'connect' });
  } catch (error) {
    close();
    throw error;
  }
  return {
    query: (text, values = [], name) => {
      const answer = ask({ kind: 'query', text, values, name });
      if (!answer) throw new Error('no answer');
      return answer;
    },
    exec: (text) => void ask({ kind: 'exec', text }),
    copy: (text, rows) => send({ kind: 'copy', text, rows }),
    close,
  };
}

interface Asker {
  ask(question: Question): ServerAnswer | null;
  /** Without waiting for what is answered. */
  send(question: Question): void;
}

function asker(port: MessagePort, answered: Int32Array): Asker {
  port.unref();
  let isAwaited = false;
  const replyOf = (): Reply => {
    for (;;) {
      const seen = Atomics.load(answered, 0);
      const received = receiveMessageOnPort(port);
      if (received) return received.message as Reply;
      Atomics.wait(answered, 0, seen, LOOK_AGAIN_MS);
    }
  };
  const answerOf = (): ServerAnswer | null => {
    isAwaited = false;
    const reply = replyOf();
    if ('answer' in reply) return reply.answer;
    const { message, code, position } = reply.error;
    throw new ServerError(message, code ?? '', position);
  };
  const send = (question: Question): void => {
    if (isAwaited) answerOf();
    port.postMessage(question);
    isAwaited = true;
  };
  return {
    send,
    ask: (question) => {
      send(question);
      return answerOf();
    },
  };
}
