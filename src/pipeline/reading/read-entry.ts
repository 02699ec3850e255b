import { packReading } from '../../store/ground/pack-reading.js';
import { viewFile } from '../files/view-file.js';
import type { ReadAnswer } from '../processes/read-job.js';
import { serveJobs } from '../processes/serve-jobs.js';
import { readJobFile } from './read-job-file.js';
import { type UnpackedMember, unpackArchive } from './unpack-archive.js';

serveJobs<ReadAnswer, UnpackedMember>(async (job, progress, handOver) => {
  const { file, path, unpackInto } = job;
  if (unpackInto === undefined) return readJobFile(job, packReading, progress);
  await viewFile(file, (view) => unpackArchive(view, path, unpackInto, handOver));
  return { kind: 'unpacked' };
});
