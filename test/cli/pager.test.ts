import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { showInPager } from '../../src/cli/pager.js';
import { scratchFolder } from '../support/scratch-folder.js';

const LONG = `${Array.from({ length: 30 }, (_, n) => `第 ${n + 1} 行`).join('\n')}\n`;
const show = (text: string, env: NodeJS.ProcessEnv, columns = 80, rows = 24): Promise<boolean> =>
  showInPager(text, { columns, rows, env: { PATH: process.env.PATH, ...env } });

describe('the pager', () => {
  it('gets a text that is longer than the screen, with the settings that let it end by itself', async () => {
    const file = join(scratchFolder(), 'shown.txt');
    expect(await show(LONG, { PAGER: `cat > '${file}'; echo "$LESS $LESSCHARSET" >> '${file}'` })).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(`${LONG}FRX utf-8\n`);
  });

  it('leaves the settings of less to the person who has some', async () => {
    const file = join(scratchFolder(), 'shown.txt');
    await show(LONG, { PAGER: `cat > /dev/null; echo "$LESS" > '${file}'`, LESS: 'S' });
    expect(readFileSync(file, 'utf8')).toBe('S\n');
  });

  it.each([
    ['fits the screen', '一行\n', {}],
    ['is not wanted', LONG, { PAGER: '' }],
    ['would only copy', LONG, { PAGER: 'cat' }],
    ['cannot move the cursor', LONG, { PAGER: 'less', TERM: 'dumb' }],
    ['is not there', LONG, { PAGER: 'no-such-pager-here' }],
  ])('is not used where it %s', async (_, text, env) => {
    expect(await show(text, env)).toBe(false);
  });

  it('counts a line that is wider than the screen as the lines it takes there, Chinese at two columns', async () => {
    const file = join(scratchFolder(), 'shown.txt');
    const wide = `${'宽'.repeat(50)}\n`.repeat(10);
    expect(await show(wide, { PAGER: `cat > '${file}'` }, 101, 24)).toBe(false);
    expect(await show(wide, { PAGER: `cat > '${file}'` }, 40, 24)).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  it('may be closed before it has read everything', async () => {
    expect(await show('长文'.repeat(1_000_000), { PAGER: 'head -c 1 > /dev/null' })).toBe(true);
  });
});
