import { spawn } from 'node:child_process';
import { textWidth } from '../report/text-width.js';

/** The terminal a text is shown on, and what the person wants it shown by. */
export interface Screen {
  columns: number;
  rows: number;
  env: NodeJS.ProcessEnv;
}

const SHELL_FOUND_NONE = 127;

/**
 * Shows a text that is longer than the screen through $PAGER, else `less`; comes back when it is closed. An empty $PAGER,
 * `cat` and a terminal that cannot move its cursor mean none.
 * @returns false where there is no pager, or no need of one: the text was not shown
 */
export async function showInPager(text: string, { columns, rows, env }: Screen): Promise<boolean> {
  const pager = (env.PAGER ?? 'less').trim();
  if (pager === '' || pager === 'cat' || env.TERM === 'dumb') return false;
  if (linesOnScreen(text, columns) < rows) return false;
  return run(pager, text, { LESS: 'FRX', LESSCHARSET: 'utf-8', ...env });
}

const linesOnScreen = (text: string, columns: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, columns))), 0);

/** Ctrl-C is for the pager while it runs. */
function run(pager: string, text: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  return new Promise<boolean>((resolve) => {
    const shown = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env });
    shown.on('error', () => resolve(false));
    shown.on('close', (status) => resolve(status !== SHELL_FOUND_NONE));
    // Closed before everything was read: the person has seen enough.
    shown.stdin.on('error', ignore);
    shown.stdin.end(text);
  }).finally(() => process.off('SIGINT', ignore));
}
