import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

it.each([
  [['frob'], '没有命令 frob'],
  [['improt', 'x'], '是不是 import'],
  [['import'], '缺少参数 <路径>'],
  [['import', '.', '--jbos', '2'], '没有选项 --jbos'],
  [['import', '.', '--jobs', '0'], '--jobs'],
  [['import', '.', '--jobs'], '--jobs'],
  [['query'], '缺少参数 <视图>'],
  [['query', 'projects', '--year', 'abc'], '--year 应为四位年份'],
  [['query', 'projects', '--limit', '-3'], '--limit'],
  [['query', 'projects', '--format', 'pdf'], '可用：table、csv、json'],
  [['audit'], '没有找到明账库'],
  [['audit', '--fail-on', 'panic'], '--fail-on'],
  [['audit', '--severity', '严重'], 'warning（提醒）'],
  [['audit', 'review', 'set', 'f1', '--state', '排除'], '没有找到明账库'],
  [['audit', 'review', '--from', 'a.txt'], '没有找到明账库'],
  [['assign', 'd1'], '--region、--year、--department'],
  [['assign', 'p1', 'p2', '--same-as', 'p3'], '只写一个项目'],
  [['assign', 'p1', '--same-as', 'p3', '--not-same', 'p4'], '只写一个项目'],
  [['assign', 'd1', '--same-as', 'p3'], '项目编号'],
  [['track', '甲', '乙', '丙'], '一个地区和一个部门'],
  [['extract'], '缺少参数 <文件>'],
  [['extract', '--grids'], '缺少参数 <文件>'],
])('%j is a wrong call', (args, text) => {
  const folder = scratchFolder({ 'a.txt': 'x' });
  const result = runCommand(folder, args);
  expect(result.stderr).toContain(text);
  expect(result).toMatchObject({ status: 2, stdout: '' });
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

it.each([
  [['--rule', 'no-such-rule'], '没有规则 no-such-rule'],
  [['--region', '乌有乡'], '没有地区 乌有乡'],
])('audit %j is a wrong call of a store there is', (args, text) => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  runCommand(folder, ['import', 'a.txt']);
  const result = runCommand(folder, ['audit', ...args]);
  expect(result.stderr).toContain(text);
  expect(result).toMatchObject({ status: 2, stdout: '' });
});

it('tells its version', () => {
  expect(runCommand(scratchFolder(), ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
});

it.each([[[]], [['--help']], [['import', '--help']], [['query', '-h']]])(
  '%j shows help in Chinese',
  (args) => {
    const result = runCommand(scratchFolder(), args);
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('用法：');
    expect(result.stdout).toContain('例：');
    expect(result.stdout).not.toMatch(/Usage|Options|display help/);
  },
);

it('a command of which one below it has to be named shows its help, and nothing else', () => {
  const { status, stdout, stderr } = runCommand(scratchFolder(), ['queue']);
  expect(status).toBe(2);
  expect(stdout + stderr).toContain('mingzhang queue cancel');
  expect(stdout + stderr).not.toMatch(/错误|outputHelp/);
});
