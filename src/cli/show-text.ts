import { writeOutput } from '../app/write-output.js';
import { showInPager } from './pager.js';
import { say } from './say.js';

export interface ShowOptions {
  output?: string;
  /** False: `--no-pager`. */
  pager?: boolean;
  /** `--full`. */
  full?: boolean;
}

/** Lines of a text for people where nothing pages it. */
const LINES = 120;

/** Text for people whose length is bounded already: to the file named, or to stdout, paged on a terminal. */
export async function showText(text: string, { output, pager = true }: ShowOptions): Promise<void> {
  if (output === undefined && pager && (await paged(text))) return;
  await writeOutput([text], output);
}

/** Text for people of any length: a file and a pager get all of it, stdout its beginning and a word about the rest. */
export async function showLongText(text: string, options: ShowOptions): Promise<void> {
  const { output, pager = true, full = false } = options;
  if (output !== undefined || full) return showText(text, options);
  if (pager && (await paged(text))) return;
  const lines = text.replace(/\n$/, '').split('\n');
  const left = lines.length - LINES;
  if (left <= 0) return writeOutput([text]);
  await writeOutput([`${lines.slice(0, LINES).join('\n')}\n`]);
  say(`只显示前 ${LINES} 行，还有 ${left} 行；看全部请加 --full`);
}

const paged = async (text: string): Promise<boolean> =>
  process.stdout.isTTY &&
  showInPager(text, { columns: process.stdout.columns, rows: process.stdout.rows, env: process.env });
