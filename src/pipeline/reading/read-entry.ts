import { serveJobs } from '../../processes/serve-jobs.js';
import { packReading } from '../../store/ground/pack-reading.js';
import { viewFile } from '../files/view-file.js';
import type { ReadTask } from './read-job.js';
import { readJobFile } from './read-job-file.js';
import { unpackArchive } from './unpack-archive.js';

serveJobs<ReadTask>(async (job, { progress, handOver }) => {
  const { file, path, unpackInto } = job;
  if (unpackInto === undefined) return readJobFile(job, job.packs ? packReading : undefined, progress);
  await viewFile(file, (view) => unpackArchive(view, path, unpackInto, handOver));
  return { kind: 'unpacked' };
});
