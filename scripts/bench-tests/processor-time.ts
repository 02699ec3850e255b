import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (proc(5)). */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time, user and system: of this process, and of all that it started, ended or not. Linux only. */
export function processorTime(): { own: number; children: number } {
  const { own, ended } = timesOf('self');
  return { own, children: ended + running('self') };
}

/** Of the processes that one started, as long as they run, and of theirs. */
function running(pid: string): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return children.reduce((sum, child) => {
    try {
      const { own, ended } = timesOf(child);
      return sum + own + ended + running(child);
    } catch {
      // It ended meanwhile.
      return sum;
    }
  }, 0);
}

/** A process's own, and that of its children that have ended: utime + stime, cutime + cstime. */
function timesOf(pid: string): { own: number; ended: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return { own: (user + system) / TICKS_PER_SECOND, ended: (endedUser + endedSystem) / TICKS_PER_SECOND };
}
