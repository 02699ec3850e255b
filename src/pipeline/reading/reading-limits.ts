import type { ProcessLimits } from '../../processes/watch-limits.js';

/** Limits of one reading process and one file in it. */
export const READING_LIMITS = {
  stallMs: 60_000,
  totalMs: 600_000,
  rssBytes: 800 * 1024 * 1024,
  heapMegabytes: 640,
} satisfies ProcessLimits;

/** For files that have failed before and are read one at a time. */
export const PATIENT_LIMITS: ProcessLimits = {
  stallMs: READING_LIMITS.stallMs * 3,
  totalMs: READING_LIMITS.totalMs * 3,
  rssBytes: READING_LIMITS.rssBytes * 3,
  heapMegabytes: READING_LIMITS.heapMegabytes * 3,
};
