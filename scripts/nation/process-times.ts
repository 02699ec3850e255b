import { readdirSync, readFileSync } from 'node:fs';

/** Of a process, in seconds of processor time (proc(5): fields 14 to 17 of stat, in hundredths); 0 when it is gone. */
export function processorSeconds(pid: number | undefined): { own: number; ended: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [own, ended] = [Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
    return { own: own / 100, ended: ended / 100 };
  } catch (error) {
    return gone(error, { own: 0, ended: 0 });
  }
}

export function childrenOf(pid: number | undefined): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch (error) {
    return gone(error, []);
  }
}

/** The answer for a process that has ended meanwhile. */
function gone<T>(error: unknown, answer: T): T {
  if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return answer;
  throw error;
}
