import type { ReadAnswer } from './read-job.js';
import { readJobFile } from './read-job-file.js';
import { serveJobs } from './serve-jobs.js';
import { type UnpackedMember, unpackArchive } from './unpack-archive.js';
import { viewFile } from './view-file.js';

serveJobs<ReadAnswer, UnpackedMember>(async (job, progress, handOver) => {
  const { file, path, unpackInto } = job;
  if (unpackInto === undefined) return readJobFile(job, progress);
  await viewFile(file, (view) => unpackArchive(view, path, unpackInto, handOver));
  return { kind: 'unpacked' };
});
