import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { ProcessLimits } from '../../processes/watch-limits.js';

/** Limits of one reading process and one file in it. */
export const READING_LIMITS = {
  stallMs: 60_000,
  totalMs: 600_000,
  rssBytes: 800 * 1024 * 1024,
  heapMegabytes: 640,
} satisfies ProcessLimits;

/** Two hundred pages of pictures, at most, take this long; a reader that is silent is still stopped. */
const RECOGNIZING_MS = 3_600_000;

/** As they are where pictures are read so. */
export const readingLimits = (ocr: OcrMode): ProcessLimits =>
  ocr === 'off' ? READING_LIMITS : { ...READING_LIMITS, totalMs: RECOGNIZING_MS };

/** For files that have failed before and are read one at a time. */
export const PATIENT_LIMITS: ProcessLimits = {
  stallMs: READING_LIMITS.stallMs * 3,
  totalMs: Math.max(READING_LIMITS.totalMs * 3, RECOGNIZING_MS),
  rssBytes: READING_LIMITS.rssBytes * 3,
  heapMegabytes: READING_LIMITS.heapMegabytes * 3,
};
