import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { EVERY_SECTION, fieldNames } from '../../../src/model/sections/sections.js';
import { migrate } from '../../../src/store/file/migrate.js';
import { sqliteDatabase } from '../../../src/store/file/sqlite-dialect.js';

const db = sqliteDatabase(new Database(':memory:'));
migrate(db);

const columnsOf = (table: string): { name: string; notnull: number }[] =>
  db.prepare('SELECT name, "notnull" FROM pragma_table_info(?)').all(table) as {
    name: string;
    notnull: number;
  }[];

describe.each(EVERY_SECTION.map((section) => [section.view, section] as const))('%s', (_, section) => {
  const { table, row, project, fields, view, groups } = section;

  it('has the columns its table has', () => {
    const keys = [...(row ? ['id'] : ['ordinal']), 'disclosure', ...(project ? ['project_id'] : [])];
    const stored = fieldNames(section, ({ from }) => from === undefined);
    const exact = fieldNames(section, (field) => field.exact).map((name) => `${name}_text`);
    expect([...keys, ...stored, ...exact].sort()).toEqual(
      columnsOf(table)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('is never without what its table is never without', () => {
    const filled = new Set(fieldNames(section, (field) => field.filled));
    const required = columnsOf(table).filter(({ notnull }) => notnull === 1);
    const own = new Set(fields.map(({ name }) => name));
    /** A project without a printed name has none in the view. */
    const blank = view === 'projects' ? ['project'] : [];
    const expected = required.filter(({ name }) => own.has(name) && !blank.includes(name));
    // place is said once for all sections
    expect([...filled].sort()).toEqual(
      expected
        .map(({ name }) => name)
        .filter((name) => name !== 'place')
        .sort(),
    );
  });

  it('is sorted by indexes there are, each by its own column', () => {
    for (const { name, from = name, sorted } of fields) {
      if (sorted === undefined) continue;
      const [first] = db.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(sorted);
      expect(first).toBe(from);
    }
  });

  it('is counted where the writer counts it', () => {
    const counted = fieldNames(section, (field) => field.counted);
    const expected = groups === undefined ? [] : ['disclosure', ...counted, view];
    expect(columnsOf(groups ?? '').map(({ name }) => name)).toEqual(expected);
    expect(columnsOf('disclosure_rows').map(({ name }) => name)).toContain(view);
  });
});

it('names no two sections alike', () => {
  for (const of of [
    EVERY_SECTION.flatMap(({ row }) => row?.letter ?? []),
    EVERY_SECTION.flatMap(({ row }) => row?.kind ?? []),
    EVERY_SECTION.flatMap(({ searchKind }) => searchKind ?? []),
    EVERY_SECTION.map(({ table }) => table),
    EVERY_SECTION.map(({ list }) => list),
  ]) {
    expect(new Set<string | number>(of).size).toBe(of.length);
  }
});
