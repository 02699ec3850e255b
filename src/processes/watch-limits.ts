import { residentBytes, writtenBytes } from './process-figures.js';
import type { Death } from './task.js';

/** Limits of a process at one job; those left out do not hold. */
export interface ProcessLimits {
  /** Longest silence. */
  stallMs?: number;
  /** Longest time for one job. */
  totalMs?: number;
  /** Resident memory, WebAssembly, buffers and SQLite's included; watched from outside. */
  rssBytes?: number;
  /** Heap of JavaScript objects. */
  heapMegabytes?: number;
  /** What it writes since it began, temporary files above all; watched from outside. */
  writtenBytes?: number;
}

const WATCH_MS = 50;
const MEGABYTE = 1024 ** 2;

/** Looks at time, memory and disk until `end`; `heard` is called with every sign of life. In a pause time is not counted. */
export type Watch = Record<'heard' | 'pause' | 'restart' | 'end', () => void>;

/** @param exceed Told of the limit the process has passed. */
export function watchLimits(
  pid: number | undefined,
  limits: ProcessLimits,
  exceed: (cause: Death['cause'], reason: string) => void,
): Watch {
  const {
    stallMs = Infinity,
    totalMs = Infinity,
    rssBytes = Infinity,
    writtenBytes: mostWritten = Infinity,
  } = limits;
  let started = Date.now();
  let heard = started;
  let paused = false;
  const timer = setInterval(() => {
    const now = Date.now();
    if (!paused && now - heard > stallMs) exceed('time', `${stallMs / 1000} 秒没有进展`);
    else if (!paused && now - started > totalMs) exceed('time', `超过 ${totalMs / 1000} 秒`);
    if (rssBytes < Infinity && (residentBytes(pid) ?? 0) > rssBytes)
      exceed('memory', `内存超过 ${Math.round(rssBytes / MEGABYTE)} MB`);
    if (mostWritten < Infinity && (writtenBytes(pid) ?? 0) > mostWritten)
      exceed('disk', `写出的文件超过 ${Math.round(mostWritten / MEGABYTE)} MB`);
  }, WATCH_MS);
  return {
    heard: () => {
      heard = Date.now();
    },
    pause: () => {
      paused = true;
    },
    restart: () => {
      paused = false;
      started = Date.now();
      heard = started;
    },
    end: () => clearInterval(timer),
  };
}
