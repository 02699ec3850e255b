import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { COMMAND, dumpOf, outcomesOf, problemsOf, startCommand } from './command.js';
import { pageOf, post, type RunningSite, startSite, until, upload } from './running-site.js';
import { mountedOver, type SmallDisk, smallDisk } from './small-disk.js';

const probe = smallDisk('1m');
probe?.remove();
if (!probe) console.warn('磁盘满的几项没有运行：当前用户不能挂载 tmpfs');

let folder = '';
beforeAll(async () => {
  folder = newFolder();
  writePile(join(folder, 'pile'), { files: 60, formats: ['txt', 'html'] });
  await startCommand(folder, ['import', 'pile', '--db', 'read.db']).ended;
  copyFileSync(join(folder, 'read.db'), join(folder, 'calm.db'));
  await startCommand(folder, ['audit', '--db', 'calm.db']).ended;
});
afterAll(() => removeFolder(folder));

const expectPlain = (stderr: string): void => {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain('程序内部错误');
};

const fingerprints = async (db: string): Promise<string[]> => {
  const store = openSqliteStore(db, { readOnly: true });
  try {
    return (await store.listReviews()).map(({ fingerprint }) => fingerprint).sort();
  } finally {
    await store.close();
  }
};

/** A disk with a copy of a store and so many bytes beside it. */
async function onFullDisk(
  from: string,
  room: number,
  work: (db: string, disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const disk = smallDisk('100m');
  if (!disk) throw new Error('no disk');
  try {
    const db = join(disk.folder, 'a.db');
    copyFileSync(join(folder, from), db);
    disk.remount(`size=${statSync(db).size + room}`);
    await work(db, disk);
  } finally {
    disk.remove();
  }
}

describe.skipIf(probe === null)('a disk that is full', () => {
  it('ends an audit with that reason; there is none of it then, and all of it when there is room', () =>
    onFullDisk('read.db', 64 * 1024, async (db, disk) => {
      const before = await dumpOf(db);
      const full = await startCommand(folder, ['audit', '--db', db]).ended;
      expect(full.status).toBe(1);
      expect(full.stderr).toContain('磁盘已满');
      expectPlain(full.stderr);
      expect(await problemsOf(db)).toEqual([]);
      expect((await dumpOf(db)) === before).toBe(true);
      disk.remount('size=100m');
      expect((await startCommand(folder, ['audit', '--db', db]).ended).status).toBe(0);
      expect(await fingerprints(db)).toEqual(await fingerprints(join(folder, 'calm.db')));
    }));

  it.each(['export --to 出', 'backup 备份.db', 'query projects --format csv --output 项目.csv'])(
    'ends an output with that reason and leaves nothing of it: %s',
    (command) =>
      onFullDisk('calm.db', 64 * 1024, async (db, disk) => {
        writeFileSync(join(disk.folder, 'filler'), new Uint8Array(20 * 1024));
        const before = readdirSync(disk.folder).sort();
        const full = await startCommand(disk.folder, [...command.split(' '), '--db', db]).ended;
        expect({ ...full, signal: null }).toMatchObject({
          status: 1,
          stderr: expect.stringContaining('磁盘已满'),
        });
        expectPlain(full.stderr);
        expect(readdirSync(disk.folder).sort()).toEqual(before);
      }),
  );

  it('is told to whoever uploads or answers on the site, which goes on', () =>
    onFullDisk('calm.db', 64 * 1024, async (db, disk) => {
      const site = await startSite(folder, db);
      try {
        expect(await upload(site, { '大.txt': `${smallDisclosure()}${' '.repeat(4 * 1024 * 1024)}` })).toBe(
          507,
        );
        expect(readdirSync(`${db}.uploads`)).toEqual([]);
        await answerUntilFull(site, db);
        await pageOf(site, '/findings');
        expect(await problemsOf(db)).toEqual([]);
        disk.remount('size=100m');
        expect(await upload(site, { '小.txt': smallDisclosure({ year: 2018 }) })).toBe(303);
        await until('imported', async () => (await outcomesOf(db)).has('上传/小.txt'));
        expect(await answer(site, db, '腾出空间之后')).toBe(303);
      } finally {
        site.child.kill('SIGKILL');
        await site.ended;
      }
      expectPlain((await site.ended).stderr);
    }));

  it('is written through to a file that is a mount point, and cannot be replaced', () =>
    onFullDisk('calm.db', 10 * 1024 * 1024, async (db, disk) => {
      const [file, target] = [join(disk.folder, 'file.csv'), join(disk.folder, 'target.csv')];
      writeFileSync(file, '');
      writeFileSync(target, 'old');
      const args = ['query', 'projects', '--format', 'csv', '--output', file, '--db', db];
      await mountedOver(target, file, async () => {
        expect((await startCommand(folder, args).ended).status).toBe(0);
      });
      expect(statSync(target).size).toBeGreaterThan(1000);
      expect(readdirSync(disk.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    }));
});

async function answer(site: RunningSite, db: string, comment: string): Promise<number | null> {
  const store = openSqliteStore(db, { readOnly: true });
  const [finding] = await store.listReviews();
  await store.close();
  const fields = { state: 'explained', who: '复核人', comment, basedOn: finding?.at ?? '' };
  return post(site, `/findings/${finding?.id}/review`, fields);
}

/** Answers with long comments until there is no room for one; that one is refused as unavailable, not as a fault. */
async function answerUntilFull(site: RunningSite, db: string): Promise<void> {
  for (let n = 0; n < 2000; n++) {
    const status = await answer(site, db, `${n} ${'长'.repeat(900)}`);
    if (status !== 303) {
      expect(status).toBe(503);
      return;
    }
  }
  throw new Error('the disk never was full');
}

/** No mount is needed for this one: the system refuses to let any file of the process grow beyond a limit. */
describe('files that may not grow', () => {
  const limited = (kilobytes: number, args: string): { status: number | null; stderr: string } =>
    spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "${process.execPath}" "${COMMAND}" ${args}`], {
      cwd: folder,
      encoding: 'utf8',
    });

  it('end an import and an audit in plain words, and the store is whole', async () => {
    const most = Math.ceil(statSync(join(folder, 'read.db')).size / 1024);
    copyFileSync(join(folder, 'read.db'), join(folder, 'limited.db'));
    for (const args of ['import pile --db new.db', 'audit --db limited.db']) {
      const { status, stderr } = limited(args.startsWith('audit') ? 16 : Math.floor(most / 4), args);
      expect({ args, status, stderr }).toMatchObject({ status: 1 });
      expectPlain(String(stderr));
    }
    for (const name of ['new.db', 'limited.db']) expect(await problemsOf(join(folder, name))).toEqual([]);
    expect(
      spawnSync(process.execPath, [COMMAND, 'import', 'pile', '--db', 'new.db'], { cwd: folder }).status,
    ).toBe(0);
    expect((await dumpOf(join(folder, 'new.db'))) === (await dumpOf(join(folder, 'read.db')))).toBe(true);
  });

  it('end a list in plain words, and nothing of it is left', () => {
    const { status, stderr } = limited(4, 'query projects --format csv --output 限.csv --db calm.db');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('限额') });
    expect(existsSync(join(folder, '限.csv'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
