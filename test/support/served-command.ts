import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

export interface ServedCommand {
  /** With a slash at its end. */
  url: string;
  child: ChildProcess;
  /** What it has printed, on both streams. */
  printed: () => string;
  /** Resolves when it has ended. */
  end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the compiled `serve` in a folder, on a free port, with its output piped; resolves when it tells its address. */
export async function serveCommand(cwd: string, args: readonly string[] = []): Promise<ServedCommand> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer): void => {
      printed += piece.toString('utf8');
      const told = /http:\/\/\S+/.exec(printed)?.[0];
      if (told !== undefined && printed.includes('Ctrl-C')) resolve(told);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(printed)));
  });
  return {
    url,
    child,
    printed: () => printed,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      child.kill(signal);
      await gone;
    },
  };
}
