import type { Verification } from '../../../extractors/verify/verify-file.js';
import { VERIFY_ENTRY } from '../entries.js';
import { requireRegular } from '../files/open-regular.js';
import { PROCESS_LIMITS } from '../processes/process-limits.js';
import type { ReadResult } from '../processes/read-job.js';
import { ReaderPool } from '../processes/reader-pool.js';

/** The second readers are slower and heavier than ours, and say nothing while they work. */
const LIMITS = { ...PROCESS_LIMITS, stallMs: PROCESS_LIMITS.totalMs };

/**
 * Reads one file with our reader and with an independent one, in a child process.
 * @throws MissingPathError, NotAFileError
 */
export async function verifyDocument(path: string): Promise<ReadResult<Verification>> {
  await requireRegular(path);
  const readers = new ReaderPool<Verification>({ entry: VERIFY_ENTRY, jobs: 1, limits: LIMITS });
  try {
    return await readers.read({ file: path, path, hints: {} });
  } finally {
    await readers.close();
  }
}

export type { Verification };
