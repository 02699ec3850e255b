import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const QUERY = '-- 各项目\nselect project from projects\nwhere project like :some order by 1;\n';
/** 汇总.sql in GB18030: `select '项目' as a`. */
const IN_GB18030 = Buffer.concat([
  Buffer.from("select '"),
  Buffer.from([0xcf, 0xee, 0xc4, 0xbf]),
  Buffer.from("' as a"),
]);

let folder: string;
beforeAll(() => {
  folder = newFolder({
    'a.txt': smallDisclosure(),
    'q.sql': QUERY,
    'bom.sql': '\uFEFFselect 1 as a',
    'old.sql': IN_GB18030,
    'blank.sql': ' \n',
    'long.sql': `select 1 -- ${'x'.repeat(1_000_000)}`,
    'two.sql': 'select 1; select 2',
    'sub/x.txt': 'x',
  });
  expect(runCommand(folder, ['import', 'a.txt']).status).toBe(0);
});
afterAll(() => removeFolder(folder));

const asked = (args: string[]) => runCommand(folder, ['sql', ...args]);
/** With something on standard input. */
const told = (args: string[], input: string) =>
  spawnSync(process.execPath, [COMMAND, 'sql', ...args], { cwd: folder, encoding: 'utf8', input });

it.each([
  ['standard input', (...more: string[]) => told(['-', ...more], QUERY)],
  ['a file', (...more: string[]) => asked(['--file', 'q.sql', ...more])],
])('a statement comes from %s', (_, ask) => {
  const { status, stdout } = ask('--param', 'some=%下访%', '--format', 'json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual([{ project: '下访巡访' }]);
});

it.each([
  ['bom.sql', [{ a: 1 }]],
  ['old.sql', [{ a: '项目' }]],
])('a file may be written by another program: %s', (file, rows) => {
  expect(JSON.parse(asked(['--file', file, '--format', 'json']).stdout)).toEqual(rows);
});

it.each([
  [['--file', 'none.sql'], '找不到：none.sql'],
  [['--file', 'sub'], 'sub 是文件夹，不是文件'],
  [['--file', 'blank.sql'], 'blank.sql 里没有 SQL 语句'],
  [['--file', 'long.sql'], 'long.sql 超过 1 MB'],
  [['--file', 'two.sql'], '一次只能运行一条语句'],
  [['select 1', '--file', 'q.sql'], '语句和 --file 只能给出一个'],
  [['-'], '标准输入 里没有 SQL 语句'],
  [[], '缺少 SQL 语句；从标准输入读用 sql -，从文件读用 --file；'],
])('%j is refused', (args, message) => {
  const { status, stderr } = asked(args);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(2);
});
