import { type PoolOptions, ProcessPool } from '../../processes/process-pool.js';
import { READ_ENTRY } from '../entries.js';
import type { ReadTask } from './read-job.js';
import { READING_LIMITS } from './reading-limits.js';

/** `entry`: another module for the processes. */
export interface ReaderOptions extends Pick<PoolOptions, 'jobs' | 'limits' | 'recycleAfter'> {
  entry?: string;
}

export type ReaderPool = ProcessPool<ReadTask>;

/** Processes that read files and unpack archives. */
export const readerPool = ({
  jobs,
  limits = READING_LIMITS,
  entry = READ_ENTRY,
  recycleAfter,
}: ReaderOptions): ReaderPool =>
  new ProcessPool<ReadTask>({ entry, title: '读取进程', jobs, limits, recycleAfter });
