import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { FINDING_SUBJECTS } from '../../../src/store/derived/count-findings.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { newFolder, removeFolder } from '../../support/scratch-folder.js';

const folder = newFolder();
afterAll(() => removeFolder(folder));

it('counts the findings of a document without looking through those of all others', async () => {
  const file = join(folder, 'a.db');
  await openSqliteStore(file).close();
  const db = new Database(file, { readonly: true });
  const steps = db
    .prepare(`EXPLAIN QUERY PLAN ${FINDING_SUBJECTS.replace('AND TRUE', 'AND r.sha256 = ?')}`)
    .all('x') as { detail: string }[];
  db.close();
  const looks = steps.map(({ detail }) => detail.split(' ')[0]).filter((verb) => verb !== 'USE');
  expect(looks).toEqual(['SEARCH', 'SEARCH', 'SEARCH']);
});
