import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Traffic } from './counted-way.js';
import { childrenOf, processorSeconds } from './process-times.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const WATCH_MS = 50;

/** What commands that ran at the same time took together: seconds of processor time, but for the clock. */
export interface TimedRun {
  clock: number;
  /** The commands, and the processes that read for them. */
  commands: number;
  readers: number;
  /** All processes of the server. */
  server: number;
  traffic: Traffic;
}

/** Runs commands at the same time and watches them and the server. @throws Error when one fails */
export async function timedRun(
  runs: readonly (readonly string[])[],
  { postmaster, traffic }: { postmaster: number; traffic: Traffic },
): Promise<TimedRun> {
  const before = { ...traffic, server: serverSeconds(postmaster) };
  const started = performance.now();
  const [commands, readers] = [new Map<number, number>(), new Map<number, number>()];
  const note = (times: Map<number, number>, pid: number): void => {
    times.set(pid, Math.max(times.get(pid) ?? 0, processorSeconds(pid).own));
  };
  await Promise.all(
    runs.map(async (args) => {
      const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
      let words = '';
      child.stderr.on('data', (piece: Buffer) => {
        words = (words + piece).slice(-2000);
      });
      const watch = setInterval(() => {
        if (child.pid !== undefined) note(commands, child.pid);
        for (const pid of childrenOf(child.pid)) note(readers, pid);
      }, WATCH_MS);
      const status = await new Promise((resolve) => child.once('close', resolve));
      clearInterval(watch);
      if (status !== 0) throw new Error(`${args.join(' ')} 退出码 ${status}：\n${words}`);
    }),
  );
  const sum = (times: Map<number, number>): number =>
    [...times.values()].reduce((all, each) => all + each, 0);
  return {
    clock: (performance.now() - started) / 1000,
    commands: sum(commands),
    readers: sum(readers),
    server: serverSeconds(postmaster) - before.server,
    traffic: {
      trips: traffic.trips - before.trips,
      sent: traffic.sent - before.sent,
      received: traffic.received - before.received,
    },
  };
}

/** Processor time of a server so far: of the processes that serve, those that have ended, and the one that started them. */
function serverSeconds(postmaster: number): number {
  const { own, ended } = processorSeconds(postmaster);
  return childrenOf(postmaster).reduce((sum, pid) => sum + processorSeconds(pid).own, own + ended);
}

/** The process that starts those of a server, by the folder of its socket. */
export const postmasterAt = (folder: string): number =>
  Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
