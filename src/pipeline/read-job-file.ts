import { readFile, stat } from 'node:fs/promises';
import { isArchive } from '../../extractors/archive/is-archive.js';
import { LIMITS } from '../../extractors/limits.js';
import type { ReadDocument } from '../model/document.js';
import { packReading } from '../store/pack-reading.js';
import { hashFile } from './hash-file.js';
import { readDocument } from './read-document.js';
import type { ReadAnswer, ReadJob } from './read-job.js';
import type { ReportProgress } from './serve-jobs.js';
import { unreadDocument } from './unread-document.js';

/** Reads the file of a job; of an archive it only says that it is one. A file beyond the limit is not even loaded. */
export async function readJobFile(
  { file, path, hints }: ReadJob,
  progress?: ReportProgress,
): Promise<ReadAnswer> {
  if ((await stat(file)).size > LIMITS.inputBytes) {
    const reason = `文件超过 ${LIMITS.inputBytes / 1024 / 1024} MB`;
    return answer(unreadDocument({ ...(await hashFile(file)), path, format: 'unknown' }, 'limit', reason));
  }
  const bytes = await readFile(file);
  if (isArchive(bytes)) return { kind: 'archive' };
  return answer(await readDocument(bytes, { path, hints, progress }));
}

/** Packed here, where there is one process for each core, and not by the single writer. */
const answer = (document: ReadDocument): ReadAnswer => ({
  kind: 'document',
  document,
  packed: packReading(document),
});
