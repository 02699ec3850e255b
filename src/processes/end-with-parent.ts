import { Worker } from 'node:worker_threads';

const LOOK_EVERY_MS = 1000;

/** In the plain JavaScript of a thread of its own: what blocks the process does not block it. */
const WATCH = `
const { workerData: parent } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, ${LOOK_EVERY_MS});
`;

/**
 * Ends this process, a child of another of the program, when its parent is gone however that ended: at once, or within two
 * seconds where it is in the midst of something and hears nothing (a reader in a loop, a statement of SQL). Windows gives
 * orphans no other parent: there it ends when it hears again.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit());
  new Worker(WATCH, { eval: true, workerData: process.ppid, execArgv: [] }).unref();
}
