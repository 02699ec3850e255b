import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

const NOBODY = { uid: 65534, gid: 65534 };
/** Only root may become somebody else, and only where the program does not lie in a folder closed to others. */
const nobodyMayRun = spawnSync(process.execPath, [COMMAND, '--version'], NOBODY).status === 0;

/** A disclosure among things that are no files. */
function mixedFolder(): string {
  const folder = scratchFolder({ '公开/甲.txt': smallDisclosure() });
  spawnSync('mkfifo', [join(folder, '公开', '管道')]);
  symlinkSync('.', join(folder, '公开', '回'));
  symlinkSync('没有', join(folder, '公开', '断'));
  symlinkSync('/dev/zero', join(folder, '公开', '设备'));
  mkdirSync(join(folder, '公开', '空'));
  return folder;
}

describe('import', () => {
  it('reads what is a file, and names everything else at its end and in the report', () => {
    const folder = mixedFolder();
    const { status, stderr } = runCommand(folder, ['import', '公开', '--report', '表.json']);
    expect(status).toBe(3);
    expect(stderr).toContain('文件 2，');
    expect(stderr).toContain('新读入文档 1');
    const end = stderr.slice(stderr.indexOf('没有内容可读而跳过的 4'));
    for (const line of [
      '  公开/回：链接绕回上级文件夹 公开',
      '  公开/空：空文件夹',
      '  公开/管道：是管道（FIFO），不是文件',
      '  公开/设备：是设备，不是文件',
      '没有读成的文件 1：',
      '  公开/断：打不开；链接断开',
    ])
      expect(end).toContain(line);
    const rows = JSON.parse(readFileSync(join(folder, '表.json'), 'utf8')) as Record<string, string>[];
    expect(rows.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['公开/断', 'unreadable'],
      ['公开/回', 'skipped'],
      ['公开/空', 'skipped'],
      ['公开/管道', 'skipped'],
      ['公开/设备', 'skipped'],
    ]);
  });

  it('names every empty file, each time', () => {
    const folder = scratchFolder({
      '公开/甲.txt': smallDisclosure(),
      '公开/空.pdf': '',
      '公开/又空.docx': '',
    });
    for (let time = 0; time < 2; time++) {
      const { status, stderr } = runCommand(folder, ['import', '公开']);
      expect(status).toBe(0);
      expect(stderr).toContain('没有内容可读而跳过的 2：');
      for (const name of ['空.pdf', '又空.docx'])
        expect(stderr).toContain(
          `  公开/${name}：没有内容；文件长度为 0；文件中没有文字，请确认是否下载完整`,
        );
    }
  });

  it('is done where only what holds nothing was skipped', () => {
    const folder = scratchFolder({ '甲/一.txt': smallDisclosure() });
    mkdirSync(join(folder, '甲', '空'));
    const { status, stderr } = runCommand(folder, ['import', '甲', '--log', 'json']);
    expect(status).toBe(0);
    expect(stderr.split('\n').map((line) => line && JSON.parse(line))).toContainEqual({
      event: 'skipped',
      path: '甲/空',
      reason: '空文件夹',
    });
  });

  it('ends at once where a pipe, a device or a socket-like path is all it was given', () => {
    const folder = mixedFolder();
    for (const path of ['公开/管道', '公开/设备', '/dev/null']) {
      const { status, stderr } = runCommand(folder, ['import', path]);
      expect({ status, stderr }).toMatchObject({ status: 3, stderr: expect.stringContaining('不是文件') });
    }
    expect(runCommand(folder, ['import', '公开/空']).status).toBe(0);
    expect(runCommand(folder, ['import', '公开/断'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('找不到：公开/断'),
    });
  });

  it.skipIf(!nobodyMayRun)('names folders that are closed to it, and reads the others', () => {
    const folder = scratchFolder({ '开/一.txt': smallDisclosure(), '关/二.txt': '', '半/三.txt': '' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, '关'), 0o700);
    chmodSync(join(folder, '半'), 0o744);
    const db = join(scratchFolder(), 'a.db');
    chmodSync(join(db, '..'), 0o777);
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'import', '.', '--db', db], {
      cwd: folder,
      ...NOBODY,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 3 });
    expect(stderr).toContain('关：打不开；没有读取文件夹的权限');
    expect(stderr).toContain('半/三.txt：打不开；没有读取权限');
    expect(stderr).toContain('新读入文档 1');
  });
});

describe('a command that reads one file', () => {
  it.each([
    ['extract', '公开'],
    ['verify', '公开'],
    ['extract', '公开/管道'],
    ['verify', '公开/设备'],
    ['import', '公开/甲.txt', '--manifest', '公开'],
    ['import', '公开/甲.txt', '--manifest', '公开/设备'],
    ['audit', 'review', '--from', '公开'],
    ['audit', 'review', '--from', '公开/管道'],
    ['explain', 'd1', '--db', '公开/管道'],
    ['audit', '--db', '公开'],
  ])('says what stands there: %s %s %s %s', (...args) => {
    const { status, stderr } = runCommand(mixedFolder(), args);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^错误：公开\S* (是(文件夹|管道（FIFO）|设备)，)?不是文件/),
    });
  });

  it('takes a manifest from a program', () => {
    const shell = `"${process.execPath}" "${COMMAND}" import 公开/甲.txt --manifest <(echo path,year; echo 公开/甲.txt,2021)`;
    const folder = mixedFolder();
    expect(spawnSync('bash', ['-c', shell], { cwd: folder }).status).toBe(0);
    expect(runCommand(folder, ['query', 'documents', '--format', 'json']).stdout).toContain('"year":2021');
  });
});

describe('an import that is told to end', () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`${n}.txt`, smallDisclosure({ amounts: [`${n}`, '5'] })]),
  );

  it.each([['SIGTERM'], ['SIGINT']] as const)(
    'ends before its last file at %s, and says so',
    async (signal) => {
      const child = spawn(process.execPath, [COMMAND, 'import', '.', '--jobs', '1'], {
        cwd: scratchFolder(files),
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk;
        if (chunk.includes('[3/')) child.kill(signal);
      });
      const status = await new Promise((resolve) => child.on('close', resolve));
      expect(status).toBe(3);
      expect(said).not.toContain('[400/400]');
    },
  );

  it('ends at once at the second signal, by that signal', async () => {
    const child = spawn(process.execPath, [COMMAND, 'import', '.', '--jobs', '1'], {
      cwd: scratchFolder(files),
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.includes('[3/')) child.kill('SIGINT');
      if (chunk.includes('正在停下')) child.kill('SIGINT');
    });
    const ended = await new Promise((resolve) =>
      child.on('close', (code, signal) => resolve(signal ?? code)),
    );
    expect(['SIGINT', 3]).toContain(ended);
  });
});
