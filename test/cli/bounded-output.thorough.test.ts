import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const DEPARTMENTS = 40;

/** A store in which every department has a summary that does not add up. */
let folder: string;

beforeAll(() => {
  folder = newFolder(
    Object.fromEntries(
      Array.from({ length: DEPARTMENTS }, (_, n) => [
        `局/${n}.txt`,
        smallDisclosure({
          department: `石峰区${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'金木水火'[Math.floor(n / 10)]}局`,
          total: String(n === 30 ? 900 : 40 + n),
          amounts: ['7', '5'],
        }),
      ]),
    ),
  );
  expect(runCommand(folder, ['import', '局']).status).toBe(0);
});
afterAll(() => removeFolder(folder));

const run = (...args: string[]) => runCommand(folder, args, { COLUMNS: '100' });
const lines = (text: string): number => text.split('\n').length - 1;
const rows = (...args: string[]): unknown[] => JSON.parse(run(...args, '--format', 'json').stdout);

describe('audit', () => {
  it('lists the gravest findings and says how to see the others', () => {
    const { stdout, stderr } = run('audit');
    const all = rows('audit').length;
    expect(all).toBe(DEPARTMENTS);
    expect(stdout.match(/^f\d+ /gm)).toHaveLength(20);
    expect(stdout).toMatch(/^.*\n.*\n.*900/);
    expect(stderr).toContain(`只显示前 20 条，还有 ${all - 20} 条；看更多请加 --limit ${all}`);
    expect(run('audit', '--limit', String(all)).stdout.match(/^f\d+ /gm)).toHaveLength(all);
  });

  it.each(['json', 'csv', 'xlsx'])('holds as many as asked for as %s, and all unasked', (format) => {
    const size = (...args: string[]) => run('audit', '--format', format, ...args).stdout.length;
    expect(size('--limit', '3')).toBeLessThan(size());
  });

  it('holds everything in a file', () => {
    run('audit', '--output', 'all.txt');
    expect(readFileSync(join(folder, 'all.txt'), 'utf8').match(/^f\d+ /gm)).toHaveLength(
      rows('audit').length,
    );
  });

  it('lists as many reviews as asked for', () => {
    const { stdout, stderr } = run('audit', 'review', '--limit', '2');
    expect(lines(stdout)).toBe(4);
    expect(stderr).toContain('只显示前 2 条，还有');
  });
});

describe('query', () => {
  it('says how many rows there are when it shows a part', () => {
    const { stdout, stderr } = run('query', 'cells');
    expect(lines(stdout)).toBe(202);
    expect(stderr).toMatch(/只显示前 200 行，共 \d+ 行；看更多请加 --limit/);
  });

  it('counts the most frequent values of each column, and says how many others there are', () => {
    const { stdout, stderr } = run('query', 'projects', '--facets', 'department,year');
    expect(stdout.match(/^部门 /gm)).toHaveLength(20);
    expect(stdout.match(/^年度 /gm)).toHaveLength(1);
    expect(stderr).toBe(`部门只显示最多的 20 个值，还有 ${DEPARTMENTS - 20} 个；看更多请加 --limit\n`);
    expect(rows('query', 'projects', '--facets', 'department')).toHaveLength(DEPARTMENTS);
    expect(rows('query', 'projects', '--facets', 'department,year', '--limit', '3')).toHaveLength(4);
  });
});

describe('a long text', () => {
  it('is cut where nothing pages it, and says how to see all of it', () => {
    const { stdout, stderr } = run('sql', '--schema');
    expect(lines(stdout)).toBe(120);
    expect(stderr).toMatch(/^只显示前 120 行，还有 \d+ 行；看全部请加 --full\n$/);
    expect(run('sql', '--schema', '--full')).toMatchObject({ stderr: '' });
    expect(lines(run('sql', '--schema', '--full').stdout)).toBeGreaterThan(120);
    run('sql', '--schema', '--output', 'schema.md');
    expect(lines(readFileSync(join(folder, 'schema.md'), 'utf8'))).toBeGreaterThan(120);
  });

  it('is asked for by its parts: the schema of some views', () => {
    const { stdout } = run('sql', '--schema', 'projects,budgets');
    expect(stdout.match(/^## \w+/gm)).toEqual(['## projects', '## budgets']);
    expect(run('sql', '--schema', 'nix')).toMatchObject({ status: 2 });
  });

  it.each(['audit', 'query cells', 'query cells --format json', 'sql --schema --full', 'rules'])(
    'may be left early: %s | head',
    (command) => {
      const { stdout, stderr } = spawnSync(
        'bash',
        [
          '-c',
          `"$0" "$1" ${command} 2>err | head -n 1; echo "\${PIPESTATUS[0]}"; cat err`,
          process.execPath,
          COMMAND,
        ],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(stdout.split('\n')[1]).toMatch(/^(0|141)$/);
      expect(stdout + stderr).not.toMatch(/^\s+at |EPIPE|^错误/m);
    },
  );
});
