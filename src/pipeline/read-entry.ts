import { readFile } from 'node:fs/promises';
import type { ReadAnswer } from './read-job.js';
import { readJobFile } from './read-job-file.js';
import { serveJobs } from './serve-jobs.js';
import { type UnpackedMember, unpackArchive } from './unpack-archive.js';

serveJobs<ReadAnswer, UnpackedMember>(async (job, progress, handOver) => {
  if (job.unpackInto === undefined) return readJobFile(job, progress);
  await unpackArchive(await readFile(job.file), job.path, job.unpackInto, handOver);
  return { kind: 'unpacked' };
});
