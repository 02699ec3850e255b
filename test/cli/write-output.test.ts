import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeOutput } from '../../src/app/write-output.js';
import { saveQuery } from '../../src/cli/saved-queries.js';
import { UserError } from '../../src/model/facts/user-error.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { scratchFolder } from '../support/scratch-folder.js';

/** No process has an id beyond the largest that Linux gives. */
const DEAD = 4_194_305;

const inScratch = (name: string): string => join(scratchFolder({}), name);

describe('a file somebody names', () => {
  it('is made or replaced as a whole, and nothing else is left', async () => {
    const folder = scratchFolder({ 'out.csv': 'old' });
    for (const name of ['out.csv', 'new.csv']) {
      await writeOutput(['a,', 'b'], join(folder, name));
      expect(readFileSync(join(folder, name), 'utf8')).toBe('a,b');
    }
    expect(readdirSync(folder).sort()).toEqual(['new.csv', 'out.csv']);
  });

  it('keeps its old text where the new breaks off', async () => {
    const folder = scratchFolder({ 'out.csv': 'old' });
    function* broken() {
      yield 'half';
      throw new RangeError('broken');
    }
    await expect(writeOutput(broken(), join(folder, 'out.csv'))).rejects.toThrow('broken');
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it.each([['a file'], ['nothing yet']])('is written through where it is a link to %s', async (kind) => {
    const folder = scratchFolder(kind === 'a file' ? { 'target.csv': 'much longer than the new text' } : {});
    symlinkSync('target.csv', join(folder, 'link.csv'));
    await writeOutput(['new'], join(folder, 'link.csv'));
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toBe('new');
  });

  it.each(['pipe', 'link to a pipe'])('is written through where it is a %s', async (kind) => {
    const pipe = inScratch('pipe');
    spawnSync('mkfifo', [pipe]);
    const file = kind === 'pipe' ? pipe : `${pipe}.link`;
    if (file !== pipe) symlinkSync(pipe, file);
    const reader = spawn('cat', [pipe]);
    let read = '';
    reader.stdout.on('data', (chunk: Buffer) => (read += chunk));
    const ended = new Promise((resolve) => reader.on('close', resolve));
    await writeOutput(['through', ' it'], file);
    await ended;
    expect(read).toBe('through it');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(lstatSync(file).isSymbolicLink()).toBe(file !== pipe);
  });

  it('is written through where it is a device', async ({ skip }) => {
    const device = inScratch('null');
    if (spawnSync('mknod', [device, 'c', '1', '3']).status !== 0) skip();
    // Devices may exist and still not be opened where a folder forbids them.
    await writeOutput(['x'], device).catch((error: NodeJS.ErrnoException) =>
      expect(error.code).toBe('EACCES'),
    );
    expect(lstatSync(device).isCharacterDevice()).toBe(true);
  });

  it.each([
    ['a', '它是文件夹'],
    ['none/b', '文件夹不存在'],
    ['a/b.txt/c', '它的上一级不是文件夹'],
    ['loop', '链接绕成了圈'],
    ['into-none', '文件夹不存在'],
    ['长'.repeat(300), '文件名太长'],
    ['socket', '它是套接字'],
  ])('is refused with a reason where nothing can be written: %s', async (name, reason) => {
    const folder = scratchFolder({ 'a/b.txt': 'mine' });
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('none/x', join(folder, 'into-none'));
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const before = readdirSync(folder).sort();
    const refused = writeOutput(['x'], join(folder, name));
    await expect(refused).rejects.toBeInstanceOf(UserError);
    await expect(refused).rejects.toThrow(`写不进 ${join(folder, name)}：${reason}`);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('mine');
  });

  it('removes what a killed process left at the same name, and nothing else', async () => {
    const others = [
      'out.csv.part',
      `out.csv.${process.ppid}.part`,
      'out.csv.1x.part',
      `other.csv.${DEAD}.part`,
    ];
    const folder = scratchFolder({
      [`out.csv.${DEAD}.part`]: '',
      ...Object.fromEntries(others.map((name) => [name, ''])),
    });
    await writeOutput(['x'], join(folder, 'out.csv'));
    expect(readdirSync(folder).sort()).toEqual([...others, 'out.csv'].sort());
  });

  it('says the disk is full where a device says so', async ({ skip }) => {
    if (!existsSync('/dev/full')) skip();
    await expect(writeOutput(['x'], '/dev/full')).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});

it('saves a query through a link', async () => {
  const folder = scratchFolder({ 'real.json': '{}' });
  symlinkSync('real.json', join(folder, 'queries.json'));
  await saveQuery(join(folder, 'queries.json'), '甲', { view: 'projects' });
  expect(lstatSync(join(folder, 'queries.json')).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8'))).toEqual({ 甲: { view: 'projects' } });
});

describe('a backup', () => {
  it.each(['a file', 'a broken link', 'a pipe'])('never takes the place of %s', async (kind) => {
    const file = inScratch('copy.db');
    if (kind === 'a file') writeFileSync(file, 'mine');
    else if (kind === 'a pipe') spawnSync('mkfifo', [file]);
    else symlinkSync('nowhere', file);
    const before = lstatSync(file).ino;
    const store = openSqliteStore(':memory:');
    await expect(store.backUp(file)).rejects.toThrow(/已经存在/);
    await store.close();
    expect(lstatSync(file).ino).toBe(before);
    expect(readdirSync(join(file, '..'))).toEqual(['copy.db']);
  });

  it('leaves the unfinished one of somebody else alone', async () => {
    const folder = scratchFolder({ 'copy.db.part': 'mine' });
    const store = openSqliteStore(':memory:');
    await store.backUp(join(folder, 'copy.db'));
    await store.close();
    expect(existsSync(join(folder, 'copy.db'))).toBe(true);
    expect(readFileSync(join(folder, 'copy.db.part'), 'utf8')).toBe('mine');
  });
});
