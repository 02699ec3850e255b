import { afterAll, expect, it } from 'vitest';
import { postgresEngine } from '../../../src/store/open-engine.js';
import { storeOn } from '../../../src/store/store-on.js';
import { buildDocument } from '../../support/document-builder.js';
import { IN_PROCESS } from '../../support/postgres-schema.js';

const engine = postgresEngine('postgres://localhost/', {}, IN_PROCESS);
const store = storeOn(engine, 'postgres://localhost/', () => new Date(0));
afterAll(() => store.close());

const COUNTED = 'SELECT lexeme, count(*) FROM search_index, unnest(words) GROUP BY 1 ORDER BY 1';
const rows = (sql: string): unknown[] => engine.db.prepare(sql).raw().all();

const document = (...names: string[]) =>
  buildDocument({
    path: `${names.join('')}.txt`,
    disclosures: [{ year: 2024, projects: names.map((name) => ({ name })) }],
  });

it('knows in how many entries each word is, and of no word that is in none', async () => {
  const gone = document('河道清淤', '普法宣传');
  await store.saveAll([{ document: document('河道整治', '植树') }, { document: gone }]);
  const [wanted, gained] = [rows(COUNTED), rows('SELECT word, entries FROM search_words ORDER BY 1')];
  expect(gained).toEqual(wanted);
  expect(gained).toContainEqual(['@河道', 2]);
  await store.remove([gone.sha256]);
  const left = rows('SELECT word, entries FROM search_words ORDER BY 1');
  expect(left).toEqual(rows(COUNTED));
  expect(left).toContainEqual(['@河道', 1]);
  expect(left.flat()).not.toContain('普法');
});
