import { readFileSync } from 'node:fs';

/** Resident memory of a process in bytes, from /proc; null where there is no /proc or the process is gone. */
export function residentBytes(pid: number | undefined): number | null {
  const kilobytes = figureOf(pid, 'status', /^VmRSS:\s+(\d+) kB/m);
  return kilobytes === null ? null : kilobytes * 1024;
}

/** Bytes a process has written so far, to files, pipes and whatever else (proc_pid_io(5)); null likewise. */
export const writtenBytes = (pid: number | undefined): number | null => figureOf(pid, 'io', /^wchar: (\d+)/m);

function figureOf(pid: number | undefined, file: string, pattern: RegExp): number | null {
  try {
    const figure = pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'latin1'))?.[1];
    return figure === undefined ? null : Number(figure);
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** `EACCES` where the figures of a process are kept from others. */
const ABSENT = new Set(['ENOENT', 'ESRCH', 'EACCES']);
