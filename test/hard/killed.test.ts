import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { generatePile, writePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { SeededRandom } from '../support/seeded-random.js';
import { dumpOf, problemsOf, startCommand } from './command.js';

const KILLS = 15;
const FILES = 200;
const PACKED = 20;

it(`ends with the same store after ${KILLS} times kill -9 at random moments`, async () => {
  const folder = newFolder();
  try {
    const pile = join(folder, 'pile');
    writePile(pile, { files: FILES - PACKED });
    const members = [...generatePile({ files: PACKED, seed: 2 })].map(
      ({ path, bytes }) => [path, bytes] as const,
    );
    const first = Object.fromEntries(members.slice(0, PACKED / 2));
    writeFileSync(
      join(pile, '附件.zip'),
      zipSync(Object.fromEntries([...members, ['内.zip', zipSync(first)]])),
    );
    const importInto = (db: string) =>
      startCommand(folder, ['import', 'pile', '--jobs', '2', '--db', db, '--keep-sources']);

    const undisturbed = performance.now();
    expect((await importInto('calm.db').ended).status).toBe(0);
    const time = performance.now() - undisturbed;

    const random = new SeededRandom(9);
    let killed = 0;
    for (let attempt = 0; attempt < KILLS; attempt++) {
      const { child, ended } = importInto('killed.db');
      const timer = setTimeout(() => child.kill('SIGKILL'), time * (0.05 + random.next() * 0.3));
      if ((await ended).signal === 'SIGKILL') killed++;
      clearTimeout(timer);
    }
    expect(killed).toBeGreaterThan(KILLS / 3);
    expect((await importInto('killed.db').ended).status).toBe(0);
    expect(await problemsOf(join(folder, 'killed.db'))).toEqual([]);
    expect((await dumpOf(join(folder, 'killed.db'))) === (await dumpOf(join(folder, 'calm.db')))).toBe(true);
  } finally {
    removeFolder(folder);
  }
});
