import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { outcomesOf, problemsOf, startCommand } from './command.js';
import { hostileFiles } from './hostile-files.js';

const HALF = 100;
/** The parent holds a document or two, never a file. */
const MOST_PARENT_MEGABYTES = 300;

const megabytesOf = (pid: number | undefined): number => {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
};

it(`reads ${HALF} good files among ${HALF} hostile ones, each of which ends in an outcome`, async () => {
  const good = [...generatePile({ files: HALF, seed: 3 })].map(
    ({ path, bytes }) => [`好/${path}`, bytes] as const,
  );
  const bad = Object.entries(hostileFiles(HALF)).map(([path, bytes]) => [`坏/${path}`, bytes] as const);
  const folder = newFolder(Object.fromEntries([...good, ...bad]));
  try {
    const { child, ended } = startCommand(folder, ['import', '.', '--jobs', '2']);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, megabytesOf(child.pid));
    }, 200);
    const { status, stderr } = await ended;
    clearInterval(watch);
    expect(status).toBe(3);
    const db = join(folder, 'mingzhang.db');
    const outcomes = await outcomesOf(db);
    const store = [...outcomes.keys()];
    expect(good.map(([path]) => [path, outcomes.get(path)])).toEqual(good.map(([path]) => [path, 'ok']));
    const silent = bad.filter(
      ([path]) => !store.some((each) => each === path || each.startsWith(`${path}!/`)),
    );
    expect(silent.map(([path]) => path).filter((path) => !stderr.includes(path))).toEqual([]);
    expect(await problemsOf(db)).toEqual([]);
    expect(peak).toBeLessThan(MOST_PARENT_MEGABYTES);
  } finally {
    removeFolder(folder);
  }
});
