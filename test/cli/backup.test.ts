import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const storeFolder = (): string => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure(), 'file.txt': 'x' });
  runCommand(folder, ['import', 'a.txt']);
  mkdirSync(join(folder, 'taken'));
  symlinkSync('nowhere', join(folder, 'link.db'));
  return folder;
};

it('a backup blames its target where nothing can be written there', () => {
  const folder = storeFolder();
  const before = readdirSync(folder);
  for (const [target, why] of [
    ['none/', '它是文件夹；请写出文件名'],
    ['taken/', '它是文件夹；请写出文件名'],
    ['file.txt/b.db', '路径中有一段不是文件夹'],
    ['taken', '它是文件夹'],
    ['file.txt', '已经存在，没有覆盖'],
    ['link.db', '已经存在，没有覆盖'],
    ['mingzhang.db', '已经存在，没有覆盖'],
    [`${'长'.repeat(200)}.db`, '太长'],
    ['/proc/b.db', '写不进 /proc/b.db'],
  ] as const) {
    const { status, stderr } = runCommand(folder, ['backup', target]);
    expect([target, status]).toEqual([target, 2]);
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/库文件|程序内部错误|\bat /);
    if (!why.includes('覆盖')) expect(stderr).not.toContain('mingzhang.db');
  }
  expect(readdirSync(folder)).toEqual(before);
});

it('a backup makes the folder it is to stand in', () => {
  const folder = storeFolder();
  const result = runCommand(folder, ['backup', '备份/三月/b.db']);
  expect(result).toMatchObject({ status: 0, stderr: '已备份到 备份/三月/b.db，文档 1\n' });
  expect(readdirSync(join(folder, '备份/三月'))).toEqual(['b.db']);
});

it('a backup blames the store where that is missing or damaged', () => {
  const folder = storeFolder();
  const missing = runCommand(folder, ['backup', 'b.db', '--db', 'none.db']);
  expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('没有找到明账库 none.db')]);
  const foreign = runCommand(folder, ['backup', 'b.db', '--db', 'file.txt']);
  expect([foreign.status, foreign.stderr]).toEqual([2, expect.stringContaining('file.txt 不是 SQLite')]);

  const file = join(folder, 'mingzhang.db');
  truncateSync(file, 40_960);
  const damaged = runCommand(folder, ['backup', 'b.db']);
  expect(damaged.status).toBe(1);
  expect(damaged.stderr).toContain('库文件 mingzhang.db 已损坏');
  expect(existsSync(join(folder, 'b.db'))).toBe(false);

  writeFileSync(file, Buffer.alloc(200_000, 7), { flag: 'r+' });
  const overwritten = runCommand(folder, ['backup', 'b.db']);
  expect([overwritten.status, overwritten.stderr]).toEqual([
    2,
    expect.stringContaining('mingzhang.db 不是 SQLite'),
  ]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
