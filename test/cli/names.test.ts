import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const json = (stdout: string): Record<string, unknown>[] => JSON.parse(stdout);

const folderOf = () =>
  scratchFolder({
    '2023.txt': smallDisclosure({ department: '株洲市石峰区数据资源管理局' }),
    '2024.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区数据资源管里局' }),
  });

it('names are listed, merged, kept over an import anew and given back', () => {
  const folder = folderOf();
  const run = (...args: string[]) => runCommand(folder, args);
  const keys = (): unknown[] =>
    json(run('query', 'documents', '--sort', 'path', '--format', 'json').stdout).map((row) => [
      row.department,
      row.department_key,
    ]);
  run('import', '2023.txt', '2024.txt');
  const printed = keys();
  expect(json(run('names', '--kind', '部门', '--format', 'json').stdout)).toMatchObject([
    { kind: 'department', region: '石峰区', likeness: 90, why: 'typo', documents: 1 },
  ]);
  const merged = run(
    'names',
    'merge',
    '株洲市石峰区数据资源管里局',
    '株洲市石峰区数据资源管理局',
    '--who',
    '甲',
  );
  expect(merged.stderr).toContain('改动 2 份文档（第 1 条，mingzhang names undo 1 撤回）');
  const one = [
    ['株洲市石峰区数据资源管理局', '数据资源管理局'],
    ['株洲市石峰区数据资源管里局', '数据资源管理局'],
  ];
  expect(keys()).toEqual(one);
  expect(run('import', '--refresh').status).toBe(0);
  expect(keys()).toEqual(one);
  expect(run('names', '--kind', '部门').stderr).toContain('没有印得不同而可能是同一个的名称');
  expect(json(run('names', 'decided', '--format', 'json').stdout)).toMatchObject([
    { id: 1, word: '并入', who: '甲' },
  ]);
  expect(run('names', 'decided').stdout).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  expect(run('names', 'undo', '1').stderr).toContain('已撤回第 1 条');
  expect(keys()).toEqual(printed);
});

it('a wrong call of names says what is wrong', () => {
  const folder = folderOf();
  runCommand(folder, ['import', '2023.txt', '2024.txt']);
  for (const [args, message] of [
    [['merge', '甲局', '数据资源管理局'], '没有部门“甲局”'],
    [['merge', 'p1', '数据资源管理局'], '请写两个部门名称，或两个项目编号'],
    [['merge', '数据资源管理局', '数据资源管里局', '--year', '2023'], 'names merge 没有选项 --year'],
    [['merge', '数据资源管理局', '数据资源管理局'], '已是同一个部门'],
    [['undo', '7'], '没有第 7 条'],
    [['undo', '七'], '编号应为正整数'],
  ] as const) {
    const { status, stderr } = runCommand(folder, ['names', ...args]);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr).toContain(message);
  }
});

it('documents are assigned by a condition after a preview, and all of them given back', () => {
  const folder = folderOf();
  const run = (...args: string[]) => runCommand(folder, args);
  const years = (): unknown[] =>
    json(run('query', 'documents', '--sort', 'path', '--format', 'json').stdout).map(({ year }) => year);
  run('import', '2023.txt', '2024.txt');
  const preview = run('assign', '--where', 'region=石峰区', '--year', '2025', '--preview');
  expect(preview.stdout).toMatch(/2023\.txt　湖南省株洲市石峰区 2023 年 .* → 湖南省株洲市石峰区 2025 年/);
  expect(preview.stderr).toContain('2 份文档，会改 2 份；还没有改');
  expect(years()).toEqual([2023, 2024]);
  expect(run('assign', '--where', 'region=石峰区', '--year', '2025').stderr).toContain(
    '--undo-repair 1 撤回',
  );
  expect(years()).toEqual([2025, 2025]);
  expect(run('assign', '2024.txt', '--year', '2026').status).toBe(0);
  expect(run('assign', '--undo-repair', '1').stderr).toContain('先撤回后来的');
  expect(run('assign', '2024.txt', '--undo').stderr).toContain('已撤回 1 份文档');
  expect(run('assign', '--undo-repair', '1').stderr).toContain('共 2 份文档');
  expect(years()).toEqual([2023, 2024]);
  for (const [args, message] of [
    [['--where', 'colour=red', '--year', '2025'], '--where 应写作 条件=值'],
    [['--where', 'year=25', '--year', '2025'], '--where year'],
    [['--where', 'year=1999', '--year', '2025'], '没有符合条件的文档'],
    [['2023.txt', '--where', 'year=2023', '--year', '2025'], '只写一样'],
    [['--year', '2025'], '请给出文档'],
    [['2023.txt', '--undo', '--year', '2025'], '撤回时不必写'],
    [['2023.txt', '--undo'], '没有指定过'],
  ] as const) {
    const { status, stderr } = run('assign', ...args);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr).toContain(message);
  }
});
