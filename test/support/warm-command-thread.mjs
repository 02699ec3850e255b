/** Holds the process of `warm-command.mjs` for a thread that waits: calls come in, results go out, each told by the flag. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';

const ENTRY = fileURLToPath(new URL('warm-command.mjs', import.meta.url));
const { port, flag } = workerData;

let child;

port.on('message', (call) => {
  child ??= start();
  child.send(call);
});

function start() {
  const started = fork(ENTRY, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  started.on('message', answer);
  started.once('exit', (status, signal) => {
    child = undefined;
    answer({ status, stdout: '', stderr: `the command died: ${signal ?? status}` });
  });
  return started;
}

function answer(result) {
  port.postMessage(result);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}
