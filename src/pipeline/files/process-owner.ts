import { readFileSync } from 'node:fs';
import { isRunning } from '../../processes/is-running.js';

/**
 * This process among all that ever ran on the machine: its pid and when it began. A pid alone will not do: after a restart, of
 * a container above all, another program or this very one may have it.
 */
export const OWNER = `${process.pid}.${startOf(process.pid) ?? Math.round(performance.timeOrigin)}`;

/** Whether the process of this name still runs. */
export function isAlive(owner: string): boolean {
  if (owner === OWNER) return true;
  const [pid = '', start] = owner.split('.');
  if (Number(pid) === process.pid || !isRunning(Number(pid))) return false;
  const known = startOf(Number(pid));
  return known === null || start === undefined || known === start;
}

/** Ticks from the start of the machine to that of the process; null where the system does not tell (proc_pid_stat(5), field 22). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3] ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
