import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { VIEWS } from '../../../src/model/views.js';
import { openEngine, postgresEngine } from '../../../src/store/open-engine.js';
import { openConnection } from '../../../src/store/server/connection.js';
import { SAMPLE_QUESTIONS } from '../../../src/web/pages/sql/sample-questions.js';
import { IN_PROCESS } from '../../support/postgres-schema.js';

const file = openEngine(':memory:', {});
const server = postgresEngine('postgres://localhost/', {}, IN_PROCESS);
afterAll(() => {
  file.close();
  server.close();
});

const newestIn = (room: string): string | undefined =>
  readdirSync(new URL(`../../../src/store/${room}/migrations/`, import.meta.url))
    .sort()
    .at(-1)
    ?.slice(0, 3);

describe('the schema on PostgreSQL', () => {
  it('is of the same version as that of SQLite', () => {
    expect(newestIn('server')).toBe(newestIn('file'));
  });

  it('has the same tables with the same columns and keys in the same order', () => {
    expect(server.db.dialect.tables(server.db)).toEqual(file.db.dialect.tables(file.db));
  });

  it.each(VIEWS.map((view) => [view.name, view.columns.map(({ name }) => name)] as const))(
    'has the columns of %s',
    (view, columns) => {
      expect(server.runSql(`SELECT * FROM "${view}"`).columns).toEqual(columns);
    },
  );

  it.each(SAMPLE_QUESTIONS.map(({ title, sql }) => [title, sql] as const))('answers: %s', (_, sql) => {
    const given: Record<string, number> = sql.includes(':year') ? { year: 2024 } : {};
    expect(server.runSql(sql, given).columns).toEqual(file.runSql(sql, given).columns);
  });

  it('rounds as SQLite does', () => {
    const asked = 'SELECT round(2.345 + 0, 2) AS a, round(sum(x), 1) AS b FROM (SELECT 0.25 AS x)';
    expect(server.runSql(asked).rows).toEqual(file.runSql(asked).rows);
  });
});

describe('a connection', () => {
  it('says what is wrong with the way to a server, without its password', () => {
    expect(() => openConnection('postgres://who:hush-hush@127.0.0.1:1/x')).toThrow(
      expect.objectContaining({ name: 'ServerError', code: 'ECONNREFUSED' }),
    );
  });
});
