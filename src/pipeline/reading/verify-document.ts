import type { Verification } from '../../../extractors/verify/verify-file.js';
import { type PoolResult, ProcessPool } from '../../processes/process-pool.js';
import type { Task } from '../../processes/task.js';
import { VERIFY_ENTRY } from '../entries.js';
import { requireRegular } from '../files/open-regular.js';
import { READING_LIMITS } from './reading-limits.js';

/** The second readers are slower and heavier than ours, and say nothing while they work. */
const LIMITS = { ...READING_LIMITS, stallMs: READING_LIMITS.totalMs };

export interface VerifyTask extends Task {
  job: { file: string; path: string };
  answer: Verification;
  progress: never;
  item: never;
}

/**
 * Reads one file with our reader and with an independent one, in a child process.
 * @throws MissingPathError, NotAFileError
 */
export async function verifyDocument(path: string): Promise<PoolResult<VerifyTask>> {
  await requireRegular(path);
  const readers = new ProcessPool<VerifyTask>({
    entry: VERIFY_ENTRY,
    title: '读取进程',
    jobs: 1,
    limits: LIMITS,
  });
  try {
    return await readers.run({ file: path, path });
  } finally {
    await readers.close();
  }
}

export type { Verification };
