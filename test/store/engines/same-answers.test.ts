import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { openPostgresStore } from '../../../src/store/open-postgres-store.js';
import { everyAnswer } from '../../support/every-answer.js';
import { connectPglite } from '../../support/postgres-schema.js';
import { randomStore } from '../../support/random-store.js';
import { SeededRandom } from '../../support/seeded-random.js';

const ACTS = 14;

const inProcess = (_: string, options: Parameters<typeof openPostgresStore>[1]): Store =>
  openPostgresStore('postgres://pglite/', options, { connect: connectPglite, isOnly: true });

describe('PostgreSQL and SQLite', () => {
  const open: Store[] = [];
  afterAll(async () => {
    for (const store of open) await store.close();
  });

  it.each([1, 2, 3])('answer every question alike after the same acts (%i)', async (seed) => {
    const [file, server] = [
      await randomStore(new SeededRandom(seed), ACTS),
      await randomStore(new SeededRandom(seed), ACTS, inProcess),
    ];
    open.push(file, server);
    const [expected, found] = [await everyAnswer(file), await everyAnswer(server)];
    for (const [question, answer] of Object.entries(expected)) {
      expect({ question, answer: found[question] }).toEqual({ question, answer });
    }
    await server.close();
  });
});
