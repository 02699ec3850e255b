import { readFile, stat } from 'node:fs/promises';
import { LIMITS } from '../../extractors/limits.js';
import type { ReadDocument } from '../model/document.js';
import { hashFile } from './hash-file.js';
import { readDocument } from './read-document.js';
import type { ReadJob } from './read-job.js';
import { unreadDocument } from './unread-document.js';

/** Reads the file of a job. A file beyond the limit is not even loaded. */
export async function readJobFile(
  { file, path, hints }: ReadJob,
  progress?: (done: number, total: number) => void,
): Promise<ReadDocument> {
  if ((await stat(file)).size > LIMITS.inputBytes) {
    const reason = `文件超过 ${LIMITS.inputBytes / 1024 / 1024} MB`;
    return unreadDocument({ ...(await hashFile(file)), path, format: 'unknown' }, 'limit', reason);
  }
  return readDocument(await readFile(file), { path, hints, progress });
}
