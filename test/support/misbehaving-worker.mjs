/** A reading process whose files decide by name how it misbehaves; any other file is read as an empty document. */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { hashFile } from '../../dist/src/pipeline/inputs/hash-file.js';
import { unreadDocument } from '../../dist/src/pipeline/reading/unread-document.js';
import { serveJobs } from '../../dist/src/processes/serve-jobs.js';

const hoard = [];

const MISCHIEF = {
  hang: () => {
    for (;;);
  },
  orphan: (_, file) => {
    writeFileSync(`${file}.pid`, String(process.pid));
    for (;;);
  },
  sleep: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  heap: (progress) => {
    for (;;) {
      hoard.push(new Array(100_000).fill(hoard.length + 0.5));
      progress(hoard.length);
    }
  },
  buffers: async (progress) => {
    for (;;) {
      hoard.push(Buffer.alloc(8 * 1024 * 1024, 1));
      progress(hoard.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  abort: () => process.abort(),
  picture: async (progress, _, ocr) => {
    if (ocr === 'off') return;
    progress('recognizing');
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.abort();
  },
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
      progress(done);
    }
  },
};

serveJobs(async ({ file, path, ocr }, { progress }) => {
  await MISCHIEF[basename(file).split('.')[0]]?.(progress, file, ocr);
  const document = unreadDocument({ ...(await hashFile(file)), path, format: 'test' }, 'ok', null);
  return { kind: 'document', document };
});
