import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { SeededRandom } from '../support/seeded-random.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { problemsOf, startCommand } from './command.js';

const KILLS = 6;
const DOCUMENTS = 300;

let folder = '';
beforeAll(async () => {
  const files = Object.fromEntries(
    Array.from({ length: DOCUMENTS }, (_, n) => [
      `甲/${n}.txt`,
      smallDisclosure({ amounts: [`${n}`, '5'], year: 2000 + (n % 20) }),
    ]),
  );
  folder = newFolder(files);
  await run('import', '甲');
});
afterAll(() => removeFolder(folder));

const run = (...args: string[]) => startCommand(folder, args).ended;

/** Runs a command again and again, killed at random moments of the time it takes; answers how often it was. */
async function killed(args: readonly string[], after: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  expect((await run(...args)).status).toBe(0);
  const time = performance.now() - began;
  await after();
  const random = new SeededRandom(3);
  let kills = 0;
  for (let attempt = 0; attempt < KILLS; attempt++) {
    const { child, ended } = startCommand(folder, args);
    const timer = setTimeout(() => child.kill('SIGKILL'), time * (0.3 + random.next() * 0.8));
    if ((await ended).signal === 'SIGKILL') kills++;
    clearTimeout(timer);
    await after();
  }
  return kills;
}

const leftovers = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));

/** Whether every file that a data package speaks of is there as described. */
function isWhole(target: string): boolean {
  const { resources } = JSON.parse(readFileSync(join(target, 'datapackage.json'), 'utf8')) as {
    resources: { path: string | string[]; hash?: string }[];
  };
  return resources.every(({ path, hash }) =>
    [path].flat().every((each) => {
      const file = join(target, each);
      if (!existsSync(file)) return false;
      return (
        hash === undefined ||
        hash === `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`
      );
    }),
  );
}

it('an export that is killed is whole or not there, and the next one leaves nothing of it', async () => {
  const target = join(folder, '导出');
  const kills = await killed(['export', '--to', '导出'], () => {
    if (existsSync(target)) expect(isWhole(target)).toBe(true);
    rmSync(target, { recursive: true, force: true });
  });
  expect(kills).toBeGreaterThan(KILLS / 3);
  expect((await run('export', '--to', '导出')).status).toBe(0);
  expect(isWhole(target)).toBe(true);
  expect(leftovers()).toEqual([]);
});

it('a dataset that is killed holds whole files only, and the next run makes it what it would have been', async () => {
  const target = join(folder, '全国');
  const files = (): string[] =>
    existsSync(target)
      ? readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /\.(parquet|part)$/.test(name),
        )
      : [];
  const dataset = ['export', '--to', '全国', '--format', 'parquet', '--jobs', '2'];
  expect((await run(...dataset)).status).toBe(0);
  const whole = files().sort();
  rmSync(target, { recursive: true });
  const kills = await killed(dataset, async () => {
    for (const name of files().filter((each) => each.endsWith('.parquet'))) expect(whole).toContain(name);
    expect((await run(...dataset)).status).toBe(0);
    expect(files().sort()).toEqual(whole);
    rmSync(target, { recursive: true });
  });
  expect(kills).toBeGreaterThan(KILLS / 3);
});

it('a list that is killed leaves the old file or the new one', async () => {
  const file = join(folder, '清单.json');
  const args = ['query', 'projects', '--format', 'json', '--output', '清单.json'];
  const kills = await killed(args, () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(DOCUMENTS * 2);
  });
  expect(kills).toBeGreaterThan(0);
  expect((await run(...args)).status).toBe(0);
  expect(leftovers()).toEqual([]);
});

it('a backup that is killed is whole or not there, and the store is as it was', async () => {
  const copy = join(folder, '备份.db');
  const kills = await killed(['backup', '备份.db'], async () => {
    if (existsSync(copy)) expect(await problemsOf(copy)).toEqual([]);
    rmSync(copy, { force: true });
  });
  expect(kills).toBeGreaterThan(0);
  expect((await run('backup', '备份.db')).status).toBe(0);
  expect(leftovers()).toEqual([]);
  expect(await problemsOf(join(folder, 'mingzhang.db'))).toEqual([]);
});
