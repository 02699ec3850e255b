/** A process that does what the job says, well or badly. */
import { rmSync, writeFileSync } from 'node:fs';
import { serveJobs } from '../../dist/src/processes/serve-jobs.js';

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const DEEDS = {
  echo: ({ value }) => value,
  count: async (_, { progress }) => {
    for (let seen = 1; seen <= 3; seen++) {
      progress(seen);
      progress(-seen);
      await later(250);
    }
    return 'counted';
  },
  hand: async ({ items }, { handOver }) => {
    for (const item of items) await handOver(item);
    return 'handed';
  },
  wait: async (_, { stopped }) => {
    while (!stopped.aborted) await later(20);
    return 'stopped in order';
  },
  noise: () => {
    console.log('on stdout');
    console.error('on stderr');
    return 'noisy';
  },
  throw: () => {
    throw Object.assign(new RangeError('too far'), { code: 'EFAR' });
  },
  exit: () => process.exit(7),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  loop: () => {
    for (;;);
  },
  heap: () => {
    const hoard = [];
    for (;;) hoard.push(new Array(100_000).fill(hoard.length + 0.5));
  },
  write: async ({ file }) => {
    for (;;) {
      writeFileSync(file, Buffer.alloc(1024 ** 2));
      rmSync(file);
      await later(5);
    }
  },
};

serveJobs(async (job, line) => DEEDS[job.deed](job, line));
