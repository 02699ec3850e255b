import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openStoreAt } from '../../src/store/open-store-at.js';

export const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

export interface RunningCommand {
  child: ChildProcess;
  /** Resolves when the command has ended. */
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/**
 * Starts the compiled command; `heard` is told of every line it says; `nodeOptions` are for its own process only.
 * @param program another one in its place
 */
export function startCommand(
  cwd: string,
  args: readonly string[],
  heard: (line: string) => void = () => undefined,
  nodeOptions: readonly string[] = [],
  program: string = COMMAND,
): RunningCommand {
  const child = spawn(process.execPath, [...nodeOptions, program, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (piece: Buffer) => {
    stderr += piece;
    for (const line of piece.toString('utf8').split('\n')) heard(line);
  });
  const ended = new Promise<Awaited<RunningCommand['ended']>>((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal, stderr }));
  });
  return { child, ended };
}

/** All that a store holds, as text. */
export async function dumpOf(db: string): Promise<string> {
  const store = openStoreAt(db, { readOnly: true });
  try {
    return await store.dump();
  } finally {
    await store.close();
  }
}

/** Problems `check` finds. */
export async function problemsOf(db: string): Promise<string[]> {
  const store = openStoreAt(db, { readOnly: true });
  try {
    return (await store.check()).problems.map(({ message }) => message);
  } finally {
    await store.close();
  }
}

/** Outcome by path. */
export async function outcomesOf(db: string): Promise<Map<string, string>> {
  const store = openStoreAt(db, { readOnly: true });
  try {
    return new Map(
      (await store.query('documents')).rows.map(({ path, outcome }) => [String(path), String(outcome)]),
    );
  } finally {
    await store.close();
  }
}
