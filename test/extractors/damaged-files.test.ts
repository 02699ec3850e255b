import { expect, test } from 'vitest';
import { isArchive } from '../../extractors/archive/is-archive.js';
import { openArchive } from '../../extractors/archive/open-archive.js';
import { readBytes } from '../../extractors/read-bytes.js';
import { fuzzSeeds } from '../support/fuzz-seeds.js';
import { mutate } from '../support/mutate.js';
import { SeededRandom } from '../support/seeded-random.js';

const MUTANTS = 25;

/** A small run of what `npm run fuzz` does at length, and in a child process. */
test.each([...fuzzSeeds()])('damaged %s files end in an outcome', async (_format, seed) => {
  const random = new SeededRandom(42);
  for (let i = 0; i < MUTANTS; i++) {
    const mutant = mutate(seed, random);
    expect((await readBytes(mutant, { path: 'mutant' })).outcome).toBeTruthy();
    if (!isArchive(mutant)) continue;
    for await (const member of openArchive(mutant, 'mutant')) expect(member.path).toMatch(/^mutant/);
  }
});

test.each([...fuzzSeeds()].filter(([format]) => format !== 'zip' && format !== 'rar'))(
  'the undamaged %s file is read',
  async (_format, seed) => {
    expect((await readBytes(seed, { path: 'whole' })).outcome).toBe('ok');
  },
);
