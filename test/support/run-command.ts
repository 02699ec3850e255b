import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

const THREAD = new URL('warm-command-thread.mjs', import.meta.url);

export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the compiled command in a folder, as a user would; no store is given by the environment. Calls of one test process
 * share a process of the command, which is started once.
 */
export function runCommand(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): CommandResult {
  const { MINGZHANG_DB: _, ...rest } = process.env;
  warm ??= startWarm();
  return warm({ cwd, args, env: { ...rest, ...env } });
}

type Run = (call: { cwd: string; args: readonly string[]; env: NodeJS.ProcessEnv }) => CommandResult;

let warm: Run | undefined;

/** The caller waits without turning its event loop, as it does for a process of its own. */
function startWarm(): Run {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1: mine, port2: port } = new MessageChannel();
  const thread = new Worker(THREAD, { workerData: { port, flag }, transferList: [port] });
  thread.unref();
  mine.unref();
  return (call) => {
    Atomics.store(flag, 0, 0);
    mine.postMessage(call);
    Atomics.wait(flag, 0, 0);
    return receiveMessageOnPort(mine)?.message as CommandResult;
  };
}
