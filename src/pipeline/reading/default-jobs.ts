import { availableParallelism, totalmem } from 'node:os';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import { READING_LIMITS } from './reading-limits.js';

/** Share of the memory that readers may take together; the rest is for the writer and what else runs. */
const SHARE = 0.75;

/** What there is for the readers. */
interface Machine {
  processors: number;
  /** Bytes; those a container is given where it is one. */
  memory: number;
}

/**
 * Reading processes at a time, where nobody says how many: one per processor, and where pictures are recognized, which takes
 * a reader near its limit, no more than memory holds.
 * @param ocr `off` also where nothing is installed that can recognize
 */
export function defaultJobs(ocr: OcrMode, { processors, memory }: Machine = thisMachine()): number {
  if (ocr === 'off') return processors;
  return Math.max(1, Math.min(processors, Math.floor((SHARE * memory) / READING_LIMITS.rssBytes)));
}

function thisMachine(): Machine {
  const given = process.constrainedMemory();
  return {
    processors: availableParallelism(),
    memory: given > 0 ? Math.min(given, totalmem()) : totalmem(),
  };
}
