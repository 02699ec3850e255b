import type { View } from '../../model/views.js';
import { indexWords } from '../derived/search-words.js';
import type { Database, Dialect, EntrySelect, Stored } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { entryOf } from '../ground/search-entry.js';
import type { Connection } from './connection.js';

/** Rows sent with one statement. */
const SENT = 2_000;

/** Tables whose ids come from a sequence. */
const SEQUENCES = ['name_decision_rows', 'repair_rows'];

/** Whether several rows of a document may be alike: such a view has a twin with what they stand in order by. */
const isWithoutIds = ({ columns }: View): boolean =>
  columns.some(({ name }) => name === 'document_id') && columns.every(({ name }) => name !== 'id');

export const POSTGRES: Dialect = {
  insertRows: (db, table, rows) => {
    for (let from = 0; from < rows.length; from += SENT)
      insertTogether(db, table, rows.slice(from, from + SENT));
  },
  inOrder: (view) =>
    isWithoutIds(view) ? { from: `${view.name}_in_order`, ties: ['v.tie'] } : { from: view.name, ties: [] },
  // Of a SELECT the planner thinks it has hundreds of rows, and walks through all disclosures in order to find them.
  isOneOfFew: (column, select) => `${column} = ANY(ARRAY(${select}))`,
  writeEntries: (db, entries, [first, last]) => {
    const rows = prepared(db, selectOf(entries)).raw().all(first, last) as [number, ...(string | null)[]][];
    const words = (texts: readonly (string | null)[]): string =>
      indexWords(texts.filter((text) => text !== null).join('。'));
    const written = rows.map(([id, ...texts]) => ({
      id,
      name: words(texts.slice(0, entries.names.length)),
      body: words(texts.slice(entries.names.length)),
    }));
    for (let from = 0; from < written.length; from += SENT) {
      const part = written.slice(from, from + SENT);
      connectionOf(db).query(
        `INSERT INTO search_index (rowid, name, body)
         SELECT ${entryOf('id', entries.kind)}, name, body FROM unnest($1::bigint[], $2::text[], $3::text[]) AS e (id, name, body)`,
        [part.map((each) => each.id), part.map((each) => each.name), part.map((each) => each.body)],
        `entries ${entries.kind}`,
      );
    }
  },
  tables: (db) =>
    (prepared(db, TABLES).all() as { name: string; columns: string; texts: string; keys: string }[]).map(
      ({ name, columns, texts, keys }) => {
        const isText = new Set(listed(texts));
        return {
          name,
          columns: listed(columns).map((each) => ({ name: each, isText: isText.has(each) })),
          keys: listed(keys),
        };
      },
    ),
  damage: () => [],
  copying: (db, work) => {
    const tables = POSTGRES.tables(db).map(({ name }) => name);
    const turn = (way: 'DISABLE' | 'ENABLE'): void =>
      void db.exec(tables.map((name) => `ALTER TABLE ${name} ${way} TRIGGER USER`).join(';'));
    turn('DISABLE');
    work();
    turn('ENABLE');
  },
  lastIds: {
    read: (db) =>
      Object.fromEntries(
        SEQUENCES.map((table) => {
          const { last } = prepared(
            db,
            `SELECT iif(is_called, last_value, 0) AS last FROM ${table}_id_seq`,
          ).get() as {
            last: number;
          };
          return [table, last];
        }),
      ),
    write: (db, last) => {
      for (const table of SEQUENCES) {
        if ((last[table] ?? 0) > 0) db.exec(`SELECT setval('${table}_id_seq', ${last[table]})`);
      }
    },
  },
  forget: {
    index: () => undefined,
    rows: (db) => void db.exec('VACUUM'),
  },
};

interface OfServer {
  readonly connection: Connection;
}

const connectionOf = (db: Database): Connection => (db as Database & OfServer).connection;

/** One statement with a list for every column; columns without a value are left to their defaults. */
function insertTogether(
  db: Database,
  table: string,
  rows: readonly Record<string, Stored | undefined>[],
): void {
  const [first = {}] = rows;
  const columns = Object.keys(first).flatMap((name) => {
    const values = rows.map((row) => row[name] ?? null);
    const type = typeOf(values);
    return type === null ? [] : [{ name, type, values }];
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const lists = columns.map(({ type }, n) => `$${n + 1}::${type}[]`).join(', ');
  connectionOf(db).query(
    `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${lists})`,
    columns.map(({ values }) => values),
  );
}

/** null where there is no value at all */
function typeOf(values: readonly Stored[]): string | null {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return numbers.every(Number.isSafeInteger) ? 'bigint' : 'double precision';
  const some = values.find((value) => value !== null);
  if (some === undefined) return null;
  return typeof some === 'string' ? 'text' : 'bytea';
}

function selectOf({ names, texts, table, id, groups }: EntrySelect): string {
  const columns = [...names, ...texts].map((column) => (groups ? `string_agg(${column}, '。')` : column));
  return `SELECT ${[id, ...columns].join(', ')} FROM ${table} WHERE ${id} BETWEEN ? AND ? ${groups ? `GROUP BY ${id}` : ''}`;
}

const listed = (names: string): string[] => (names === '' ? [] : names.split(' '));

const TABLES = `
  SELECT c.relname::text COLLATE "C" AS name,
    string_agg(a.attname, ' ' ORDER BY a.attnum) AS columns,
    coalesce(string_agg(a.attname, ' ' ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'text'::regtype), '') AS texts,
    coalesce((SELECT string_agg(k.attname, ' ' ORDER BY array_position(i.indkey::smallint[], k.attnum))
      FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
      WHERE i.indrelid = c.oid AND i.indisprimary), '') AS keys
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND c.relname NOT IN ('search_index', 'search_size', 'store_version')
  GROUP BY c.oid, c.relname ORDER BY 1`;
