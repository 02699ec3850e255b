import type { View } from '../../model/views.js';
import { ENTRY_COLUMNS, entrySources, type IndexEntrySource, indexEntry } from '../derived/index-entries.js';
import type { Database, Dialect, Stored } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import type { Connection } from './connection.js';
import { copyLine } from './copy-line.js';

/** Characters of rows sent with one statement. */
const SENT = 1_000_000;
/** What the server may use for an index while a store is copied into it. */
const BUILDING = '512MB';

/** Tables whose ids come from a sequence. */
const SEQUENCES = ['name_decision_rows', 'repair_rows'];

/** Whether several rows of a document may be alike: such a view has a twin with what they stand in order by. */
const isWithoutIds = ({ columns }: View): boolean =>
  columns.some(({ name }) => name === 'document_id') && columns.every(({ name }) => name !== 'id');

export const POSTGRES: Dialect = {
  insertRows: (db, table, rows) => {
    const columns = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => row[name] != null));
    copyRows(db, `${table} (${listOf(columns)})`, valuesOf(rows, columns));
  },
  inOrder: (view) =>
    isWithoutIds(view) ? { from: `${view.name}_in_order`, ties: ['v.tie'] } : { from: view.name, ties: [] },
  // Of a SELECT the planner thinks it has hundreds of rows, and walks through all disclosures in order to find them.
  isOneOfFew: (column, select) => `${column} = ANY(ARRAY(${select}))`,
  writeEntries: (db, entries, range) => {
    const sources = prepared(db, entrySources(entries))
      .raw()
      .all(...range) as IndexEntrySource[];
    copyRows(
      db,
      `search_index (${listOf(ENTRY_COLUMNS)})`,
      sources.map((source) => indexEntry(entries, source)),
    );
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
    const tables = [...POSTGRES.tables(db).map(({ name }) => name), 'search_index'];
    const turn = (way: 'DISABLE' | 'ENABLE'): void =>
      void db.exec(tables.map((name) => `ALTER TABLE ${name} ${way} TRIGGER USER`).join(';'));
    const apart = db.prepare(APART).all() as { taken: string; made: string }[];
    turn('DISABLE');
    db.exec(apart.map(({ taken }) => taken).join(';'));
    db.exec(`TRUNCATE ${tables.join(', ')}, search_words`);
    work((table, columns, rows) => copyRows(db, `${table} (${listOf(columns)})`, rows, 'WITH (FREEZE)'));
    db.exec(`SET LOCAL maintenance_work_mem = '${BUILDING}'`);
    for (const { made } of apart.reverse()) db.exec(made);
    db.exec(COUNT_SEARCH);
    turn('ENABLE');
    db.exec(`ANALYZE ${tables.join(', ')}, search_words`);
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

const listOf = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');

function* valuesOf(
  rows: readonly Record<string, Stored | undefined>[],
  columns: readonly string[],
): Generator<Stored[]> {
  for (const row of rows) yield columns.map((name) => row[name] ?? null);
}

/** @param into table and columns */
function copyRows(db: Database, into: string, rows: Iterable<readonly (Stored | bigint)[]>, how = ''): void {
  const { connection } = db as Database & OfServer;
  const text = `COPY ${into} FROM STDIN ${how}`;
  let lines = '';
  for (const row of rows) {
    lines += copyLine(row);
    if (lines.length < SENT) continue;
    connection.copy(text, lines);
    lines = '';
  }
  if (lines !== '') connection.copy(text, lines);
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
    AND c.relname NOT IN ('search_index', 'search_size', 'search_words', 'store_version')
  GROUP BY c.oid, c.relname ORDER BY 1`;

/** References, keys and indexes, and how each is taken away and made; what others need comes after them. */
const APART = `
  SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname) AS taken,
    'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) AS made,
    CASE contype WHEN 'f' THEN 1 ELSE 3 END AS step
  FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('f', 'p', 'u')
  UNION ALL
  SELECT 'DROP INDEX ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), 2
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
  ORDER BY 3, 1`;

const COUNT_SEARCH = `UPDATE search_size
  SET (entries, words) = (SELECT count(*), coalesce(sum(size), 0) FROM search_index);
  SELECT write_search_words()`;
