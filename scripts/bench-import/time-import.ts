import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const WATCH_MS = 50;

export interface TimedImport {
  files: number;
  /** From the start of the command to its end. */
  seconds: number;
  /** Files a second in the first and last tenth of the files; starting up is not counted. */
  firstTenth: number;
  lastTenth: number;
  /** Processor seconds a file in the same tenths, parent and children together. */
  firstTenthCpu: number;
  lastTenthCpu: number;
  parentMegabytes: number;
  /** The largest of the children. */
  childMegabytes: number;
  /** Seconds of processor time, which say more than the clock on a machine that others use too. */
  parentCpu: number;
  childrenCpu: number;
}

/** Runs the compiled command on a folder and watches it. @throws Error when it fails */
export async function timeImport(folder: string, db: string, jobs: number): Promise<TimedImport> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [COMMAND, 'import', '.', '--db', db, '--jobs', `${jobs}`, '--log', 'json'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const done: number[] = [];
  let text = '';
  child.stderr.on('data', (piece: Buffer) => {
    const now = performance.now();
    text = text.slice(-2000) + piece;
    for (const byte of piece) if (byte === 0x0a) done.push(now);
  });
  const peaks = { parent: 0, child: 0 };
  const cpu = new Map<number | undefined, number>();
  const total = (): number => [...cpu.values()].reduce((sum, each) => sum + each, 0);
  const spent: { files: number; cpu: number }[] = [];
  const watch = setInterval(() => {
    peaks.parent = Math.max(peaks.parent, peakMegabytes(child.pid));
    note(cpu, child.pid);
    for (const pid of childrenOf(child.pid)) {
      peaks.child = Math.max(peaks.child, peakMegabytes(pid));
      note(cpu, pid);
    }
    spent.push({ files: done.length, cpu: total() });
  }, WATCH_MS);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`import ended with ${status}:\n${text}`);
  const files = done.length - 1;
  const tenth = Math.max(1, Math.floor(files / 10));
  const rate = (from: number, to: number): number =>
    ((to - from) * 1000) / Math.max(1, (done[to] ?? 0) - (done[from] ?? 0));
  const perFile = (from: number, to: number): number => {
    const [start, end] = [from, to].map((count) => spent.find((each) => each.files >= count) ?? spent.at(-1));
    return ((end?.cpu ?? 0) - (start?.cpu ?? 0)) / Math.max(1, (end?.files ?? 0) - (start?.files ?? 0));
  };
  const parentCpu = cpu.get(child.pid) ?? 0;
  return {
    files,
    parentCpu,
    childrenCpu: total() - parentCpu,
    seconds: (performance.now() - started) / 1000,
    firstTenth: rate(0, tenth),
    lastTenth: rate(files - 1 - tenth, files - 1),
    firstTenthCpu: perFile(1, tenth),
    lastTenthCpu: perFile(files - 1 - tenth, files - 1),
    parentMegabytes: Math.round(peaks.parent),
    childMegabytes: Math.round(peaks.child),
  };
}

const note = (cpu: Map<number | undefined, number>, pid: number | undefined): void => {
  cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuSeconds(pid)));
};

/** User and system time of a process so far (proc(5): fields 14 and 15 of stat, in hundredths). */
function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch (error) {
    return gone(error, 0);
  }
}

function peakMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch (error) {
    return gone(error, 0);
  }
}

function childrenOf(pid: number | undefined): number[] {
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
