import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listInputs } from '../../../src/pipeline/inputs/list-inputs.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const pipeAt = (path: string): void => void spawnSync('mkfifo', [path]);

/** Paths below the folder, with what is said of them. */
async function listed(folder: string, paths = [folder], signal?: AbortSignal) {
  const { files, skipped } = await listInputs(paths, { signal });
  const short = (path: string): string => path.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return {
    files: files.filter(({ unreadable }) => !unreadable).map(({ path }) => short(path)),
    unreadable: files.flatMap(({ path, unreadable }) =>
      unreadable ? [[short(path), short(unreadable)]] : [],
    ),
    skipped: skipped.map(({ path, reason }) => [short(path), short(reason)]),
  };
}

const nothingElse = { unreadable: [], skipped: [] };

describe('what is no file', () => {
  it.each(['pipe', 'link to a pipe'])('is skipped by name: a %s', async (kind) => {
    const folder = scratchFolder({ '甲.txt': '' });
    pipeAt(kind === 'pipe' ? join(folder, '乙') : join(scratchFolder(), 'pipe'));
    if (kind !== 'pipe') {
      const elsewhere = scratchFolder();
      pipeAt(join(elsewhere, 'pipe'));
      symlinkSync(join(elsewhere, 'pipe'), join(folder, '乙'));
    }
    const found = await listed(folder);
    expect(found).toEqual({
      files: ['甲.txt'],
      unreadable: [],
      skipped: [['乙', '是管道（FIFO），不是文件']],
    });
  });

  it('is skipped by name: a socket', async () => {
    const folder = scratchFolder({ '甲.txt': '' });
    const server = createServer().listen(join(folder, 's'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect((await listed(folder)).skipped).toEqual([['s', '是套接字，不是文件']]);
  });

  it('is skipped by name: a link to a device', async () => {
    const folder = scratchFolder({ '甲.txt': '' });
    symlinkSync('/dev/null', join(folder, '设备'));
    expect(await listed(folder)).toMatchObject({
      files: ['甲.txt'],
      skipped: [['设备', '是设备，不是文件']],
    });
  });

  it('is skipped by name: an empty folder, also the one given', async () => {
    const folder = scratchFolder({ '甲/一.txt': '' });
    mkdirSync(join(folder, '空'));
    expect((await listed(folder)).skipped).toEqual([['空', '空文件夹']]);
    expect(await listed(folder, [join(folder, '空')])).toEqual({
      files: [],
      unreadable: [],
      skipped: [['空', '空文件夹']],
    });
  });

  it('is unreadable where a person named it', async () => {
    const folder = scratchFolder();
    pipeAt(join(folder, 'p'));
    expect(await listed(folder, [join(folder, 'p')])).toEqual({
      files: [],
      unreadable: [['p', '是管道（FIFO），不是文件']],
      skipped: [],
    });
  });

  it('is asked for by a pattern, or left out by it', async () => {
    const folder = scratchFolder({ 'a.txt': '' });
    pipeAt(join(folder, 'b.txt'));
    pipeAt(join(folder, 'c.pdf'));
    const { files, skipped } = await listed(folder, [join(folder, '*.txt')]);
    expect({ files, skipped }).toEqual({
      files: ['a.txt'],
      skipped: [['b.txt', '是管道（FIFO），不是文件']],
    });
  });
});

describe('links', () => {
  it('to a file or to a folder elsewhere are followed', async () => {
    const elsewhere = scratchFolder({ '一.txt': '', '里/二.txt': '' });
    const folder = scratchFolder({ '甲.txt': '' });
    symlinkSync(elsewhere, join(folder, '外'));
    symlinkSync('甲.txt', join(folder, '甲链.txt'));
    expect(await listed(folder)).toEqual({
      files: ['外/一.txt', '外/里/二.txt', '甲.txt', '甲链.txt'],
      ...nothingElse,
    });
  });

  it.each([
    ['to its own folder', '.', '.'],
    ['to the folder above', '..', '.'],
    ['to a chain that ends above', '../绕', '.'],
  ])('that lead back are not entered: %s', async (_, target, above) => {
    const folder = scratchFolder({ '甲/一.txt': '' });
    if (target === '../绕') symlinkSync('.', join(folder, '绕'));
    symlinkSync(target, join(folder, '甲', '回'));
    const { files, skipped } = await listed(folder);
    expect(files).toEqual(['甲/一.txt']);
    expect(skipped).toContainEqual(['甲/回', `链接绕回上级文件夹 ${target === '.' ? '甲' : above}`]);
  });

  it('between many folders are entered once each, and every one that is not is named', async () => {
    const names = Array.from({ length: 14 }, (_, n) => `部${n}`);
    const folder = scratchFolder(Object.fromEntries(names.map((name) => [`${name}/表.txt`, ''])));
    for (const from of names) for (const to of names) symlinkSync(`../${to}`, join(folder, from, `见${to}`));
    const { files, skipped } = await listed(folder);
    for (const name of names) expect(files).toContain(`${name}/表.txt`);
    expect(files.length).toBeLessThan(names.length * 3);
    expect(skipped.length).toBeGreaterThan(names.length * (names.length - 3));
  });

  it.each(['to nothing', 'in a circle'])('that are broken are unreadable: %s', async (kind) => {
    const folder = scratchFolder({ '甲.txt': '' });
    symlinkSync(kind === 'to nothing' ? 'nowhere' : 'x', join(folder, 'x'));
    expect(await listed(folder)).toEqual({
      files: ['甲.txt'],
      unreadable: [['x', '链接断开，所指的文件不存在']],
      skipped: [],
    });
  });
});

it('skips the broken links that programs keep as locks', async () => {
  const folder = scratchFolder({ '甲.txt': '' });
  symlinkSync('user@host.123', join(folder, '.#甲.txt'));
  expect(await listed(folder)).toEqual({
    files: ['甲.txt'],
    unreadable: [],
    skipped: [['.#甲.txt', '链接断开，所指的文件不存在']],
  });
});

it('names what carries a name in another encoding, be it a file or a folder', async () => {
  const folder = scratchFolder({ '甲.txt': '', old: '', 'dir/b.txt': '' });
  const gbk = (text: string): Buffer =>
    Buffer.concat([Buffer.from(`${folder}/${text}`), Buffer.from([0xb2, 0xbf])]);
  renameSync(join(folder, 'old'), gbk('f'));
  renameSync(join(folder, 'dir'), gbk('d'));
  const { files, unreadable } = await listed(folder);
  expect(files).toEqual(['甲.txt']);
  expect(unreadable.map(([path]) => path?.[0])).toEqual(['d', 'f']);
  for (const [, reason] of unreadable) expect(reason).toContain('不是 UTF-8 编码');
});

it('lists the folder itself when it is told to stop, so that something is left', async () => {
  const folder = scratchFolder({ '甲/一.txt': '' });
  expect((await listed(folder, [folder], AbortSignal.abort())).files).toEqual(['.']);
  const pattern = await listed(folder, [join(folder, '**/*.txt')], AbortSignal.abort());
  expect(pattern.files).toEqual(['.']);
});

it('keeps one order, ignored names last, whatever the file system answers', async () => {
  const folder = scratchFolder({ 'b.txt': '', 'a/z.txt': '', '.DS_Store': '', 'a.txt': '', 'B.txt': '' });
  writeFileSync(join(folder, '~$a.docx'), '');
  expect((await listed(folder)).files).toEqual([
    'B.txt',
    'a/z.txt',
    'a.txt',
    'b.txt',
    '.DS_Store',
    '~$a.docx',
  ]);
});
