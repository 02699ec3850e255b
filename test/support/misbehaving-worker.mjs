/** A reading process whose files decide by name how it misbehaves; any other file is read as an empty document. */
import { basename } from 'node:path';
import { hashFile } from '../../dist/src/pipeline/inputs/hash-file.js';
import { serveJobs } from '../../dist/src/pipeline/processes/serve-jobs.js';
import { unreadDocument } from '../../dist/src/pipeline/reading/unread-document.js';

const hoard = [];

const MISCHIEF = {
  hang: () => {
    for (;;);
  },
  sleep: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  heap: (progress) => {
    for (;;) {
      hoard.push(new Array(100_000).fill(hoard.length + 0.5));
      progress(hoard.length, 0);
    }
  },
  buffers: async (progress) => {
    for (;;) {
      hoard.push(Buffer.alloc(8 * 1024 * 1024, 1));
      progress(hoard.length, 0);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  abort: () => process.abort(),
  exit: () => process.exit(7),
  throw: () => {
    throw new TypeError('意料之外');
  },
  vanish: () => {
    throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  },
  slow: async (progress) => {
    for (let done = 0; done < 6; done++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      progress(done, 6);
    }
  },
};

serveJobs(async ({ file, path }, progress) => {
  await MISCHIEF[basename(file).split('.')[0]]?.(progress);
  const document = unreadDocument({ ...(await hashFile(file)), path, format: 'test' }, 'ok', null);
  return { kind: 'document', document };
});
