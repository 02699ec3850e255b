import { describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../src/store/open-postgres-store.js';
import { everyAnswer } from '../support/every-answer.js';
import { IN_PROCESS } from '../support/postgres-schema.js';
import { randomStore } from '../support/random-store.js';
import { SeededRandom } from '../support/seeded-random.js';

const ACTS = 14;
const SEED = 1;

describe('PostgreSQL and SQLite', () => {
  it('answer every question alike after the same acts', async () => {
    const file = await randomStore(new SeededRandom(SEED), ACTS);
    const server = await randomStore(new SeededRandom(SEED), ACTS, (_, options) =>
      openPostgresStore('postgres://localhost/', options, IN_PROCESS),
    );
    try {
      expect(await everyAnswer(server)).toEqual(await everyAnswer(file));
    } finally {
      await file.close();
      await server.close();
    }
  });
});
