import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

interface DocumentRow {
  path: string;
  outcome: string;
  forms: number;
}

const good = smallDisclosure();
const documents = (folder: string): DocumentRow[] =>
  JSON.parse(runCommand(folder, ['query', 'documents', '--format', 'json']).stdout);

/** A wrong call or a broken file is never answered with a stack trace. */
function expectPlain({ stderr, stdout }: CommandResult): void {
  expect(stderr + stdout).not.toMatch(/^\s+at /m);
  expect(stderr + stdout).not.toContain('程序内部错误');
}

describe('import of bad input', () => {
  it('refuses a missing path, names it, and touches no store', () => {
    const folder = scratchFolder({ 'a.txt': good });
    const result = runCommand(folder, ['import', 'a.txt', '没有这个.txt']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain('找不到：没有这个.txt');
    expect(existsSync(join(folder, 'mingzhang.db'))).toBe(false);
    expectPlain(result);
  });

  it('takes an empty file for what it is', () => {
    const folder = scratchFolder({ 'a.txt': '' });
    const result = runCommand(folder, ['import', 'a.txt']);
    expect(result.status).toBe(0);
    expect(documents(folder)).toMatchObject([{ path: 'a.txt', outcome: 'empty', forms: 0 }]);
    expectPlain(result);
  });

  it('lists a binary file with the reason, and reads the rest', () => {
    const noise = new Uint8Array(2048).map((_, index) => (index * 7919) % 256);
    const folder = scratchFolder({ '好.txt': good, '坏.docx': noise });
    const result = runCommand(folder, ['import', '.']);
    expect(result.status).toBe(3);
    expect(result.stderr).toContain('坏.docx：不支持的格式');
    expect(documents(folder).map(({ path, outcome }) => [path, outcome])).toEqual(
      expect.arrayContaining([
        ['好.txt', 'ok'],
        ['坏.docx', 'unsupported'],
      ]),
    );
    expectPlain(result);
  });

  it('reads a text without any table as a document without forms', () => {
    const folder = scratchFolder({ 'a.txt': '关于公开部门预算的通知\n请各单位按时公开。\n' });
    const result = runCommand(folder, ['import', 'a.txt']);
    expect(result.status).toBe(0);
    expect(result.stderr).toContain('没有绩效表的文档 1');
    expect(documents(folder)).toMatchObject([{ outcome: 'ok', forms: 0 }]);
  });

  it('stores the same file once, however often and under whatever name it comes', () => {
    const folder = scratchFolder({ 'a.txt': good, '副本/b.txt': good });
    const first = runCommand(folder, ['import', 'a.txt', '副本']);
    expect(first.stderr).toContain('与其他文件内容相同 1');
    const before = runCommand(folder, [
      'sql',
      'select * from projects order by id',
      '--format',
      'json',
    ]).stdout;
    const again = runCommand(folder, ['import', 'a.txt', '副本']);
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('没有变化的文件 1');
    expect(documents(folder)).toHaveLength(1);
    expect(runCommand(folder, ['sql', 'select * from projects order by id', '--format', 'json']).stdout).toBe(
      before,
    );
  });

  it('takes paths with spaces, Chinese and quotes', () => {
    const folder = scratchFolder({ "石峰 区/信访局（2023 年）'定稿'.txt": good });
    const result = runCommand(folder, ['import', '石峰 区']);
    expect(result.status).toBe(0);
    expect(documents(folder)).toMatchObject([{ path: "石峰 区/信访局（2023 年）'定稿'.txt", outcome: 'ok' }]);
  });

  it('does not import its own store, nor system files', () => {
    const folder = scratchFolder({ 'a.txt': good, 'Thumbs.db': 'x', '~$a.docx': 'y' });
    runCommand(folder, ['import', '.']);
    const result = runCommand(folder, ['import', '.']);
    expect(result.status).toBe(0);
    expect(
      documents(folder)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['ignored', 'ignored', 'ok']);
  });
});

describe('a file that is no store', () => {
  const commands = [
    ['import', 'a.txt'],
    ['query', 'documents'],
    ['audit'],
    ['status'],
    ['sql', 'select 1'],
    ['explain', 'i1'],
  ];

  it.each(commands)('is refused and left as it is: %s', (...command) => {
    const folder = scratchFolder({ 'a.txt': good, 'notes.db': 'these are my notes, not a store' });
    const result = runCommand(folder, [...command, '--db', 'notes.db']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain('notes.db');
    expect(readFileSync(join(folder, 'notes.db'), 'utf8')).toBe('these are my notes, not a store');
    expectPlain(result);
  });

  it('is refused when it is a database of something else', () => {
    const folder = scratchFolder({ 'a.txt': good });
    const other = new Database(join(folder, 'other.db'));
    other.exec('CREATE TABLE mine (x)');
    other.close();
    const before = readFileSync(join(folder, 'other.db'));
    const result = runCommand(folder, ['import', 'a.txt', '--db', 'other.db']);
    expect(result.status).toBe(2);
    expect(readFileSync(join(folder, 'other.db')).equals(before)).toBe(true);
    expectPlain(result);
  });

  it('is refused when a newer program wrote it', () => {
    const folder = scratchFolder({ 'a.txt': good });
    runCommand(folder, ['import', 'a.txt']);
    const store = new Database(join(folder, 'mingzhang.db'));
    store.pragma('user_version = 9999');
    store.close();
    for (const command of [
      ['import', 'a.txt'],
      ['query', 'documents'],
    ]) {
      const result = runCommand(folder, command);
      expect(result.status).toBe(2);
      expect(result.stderr).toMatch(/更新|较新|升级/);
      expectPlain(result);
    }
  });

  it('is refused when it is a folder, or its folder does not exist', () => {
    const folder = scratchFolder({ 'a.txt': good });
    mkdirSync(join(folder, 'dir.db'));
    expect(runCommand(folder, ['import', 'a.txt', '--db', 'dir.db']).status).toBe(2);
    expect(runCommand(folder, ['import', 'a.txt', '--db', 'none/a.db']).status).toBe(2);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('is not created by a question', () => {
    const folder = scratchFolder();
    const result = runCommand(folder, ['query', 'projects']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('mingzhang import');
    expect(existsSync(join(folder, 'mingzhang.db'))).toBe(false);
  });
});

describe('extract of bad input', () => {
  it('refuses a missing file', () => {
    const result = runCommand(scratchFolder(), ['extract', '没有.pdf']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain('找不到：没有.pdf');
  });

  it('still answers JSON for a file it cannot read', () => {
    const folder = scratchFolder({ 'a.pdf': new Uint8Array([1, 2, 3, 0, 0, 5]) });
    const result = runCommand(folder, ['extract', 'a.pdf']);
    expect(result.status).toBe(3);
    expect(JSON.parse(result.stdout)).toMatchObject({
      document: { outcome: 'unsupported' },
      disclosures: [],
    });
  });

  it('writes nothing under the name asked for when it fails', () => {
    const folder = scratchFolder({ 'a.txt': good });
    writeFileSync(join(folder, 'keep.json'), 'old');
    runCommand(folder, ['extract', 'none.txt', '--output', 'keep.json']);
    expect(readFileSync(join(folder, 'keep.json'), 'utf8')).toBe('old');
  });
});
