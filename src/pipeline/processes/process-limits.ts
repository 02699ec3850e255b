/** Limits of one reading process and one file in it. */
export interface ProcessLimits {
  /** Longest silence of a reader. */
  stallMs: number;
  /** Longest time for one file. */
  totalMs: number;
  /** Resident memory, WebAssembly and buffers included; watched from the parent. */
  rssBytes: number;
  /** Heap of JavaScript objects. */
  heapMegabytes: number;
}

export const PROCESS_LIMITS: ProcessLimits = {
  stallMs: 60_000,
  totalMs: 600_000,
  rssBytes: 800 * 1024 * 1024,
  heapMegabytes: 640,
};

/** For files that have failed before and are read one at a time. */
export const PATIENT_LIMITS: ProcessLimits = {
  stallMs: PROCESS_LIMITS.stallMs * 3,
  totalMs: PROCESS_LIMITS.totalMs * 3,
  rssBytes: PROCESS_LIMITS.rssBytes * 3,
  heapMegabytes: PROCESS_LIMITS.heapMegabytes * 3,
};
