import type { Database } from 'better-sqlite3';
import type { Rewriting, StoredText } from '../../model/ports/care.js';
import type { SqlValue } from '../../model/sql-value.js';
import { INTERNAL_TABLES } from '../ground/internal-tables.js';
import { prepared } from '../ground/rows.js';

/** Counts follow from what is counted; an answer names who gave it; addresses and paths find the file again. */
const DERIVED_COUNTS = /_(?:count|group)_rows$/;
const LEFT = new Set([
  'review_rows.who',
  'answer_rows.who',
  'answer_rows.former_who',
  'name_decision_rows.who',
  'repair_rows.who',
  'document_paths.path',
  'document_rows.url',
  'document_paths.url',
]);

interface Table {
  name: string;
  columns: string[];
  keys: string[];
  document: string;
}

/** Every text of the store that a person may see, those packed with the documents apart. */
export function* storedTexts(db: Database): Generator<StoredText> {
  for (const table of tablesOf(db)) {
    const { name, columns, keys, document } = table;
    if (columns.length === 0) continue;
    const select = [...keys, ...columns].map((each) => `t.${each} AS ${each}`);
    const rows = db.prepare(`SELECT ${[...select, `${document} AS its_document`].join(', ')} FROM ${name} t`);
    for (const row of rows.iterate() as IterableIterator<Record<string, SqlValue>>) {
      const key = Object.fromEntries(keys.map((each) => [each, row[each] ?? null]));
      const sha256 = row.its_document === null ? null : String(row.its_document);
      for (const column of columns) {
        const text = row[column];
        if (typeof text === 'string' && text !== '') yield { table: name, column, key, sha256, text };
      }
    }
  }
}

/** Puts other texts in the place of stored ones; answers how many were changed. */
export function replaceTexts(db: Database, changed: Rewriting['texts']): number {
  let replaced = 0;
  for (const { stored, text: now } of changed) {
    const { table, column, key, text: before } = stored;
    const where = Object.keys(key).map((each) => `${each} IS :key_${each}`);
    const values = Object.fromEntries(Object.entries(key).map(([name, value]) => [`key_${name}`, value]));
    const { changes } = prepared(
      db,
      `UPDATE ${table} SET ${column} = :now WHERE ${column} = :before${where.map((each) => ` AND ${each}`).join('')}`,
    ).run({ ...values, now, before });
    replaced += changes;
  }
  return replaced;
}

function tablesOf(db: Database): Table[] {
  const names = prepared(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'`,
  )
    .pluck()
    .all() as string[];
  const shown = names.filter(
    (name) => !DERIVED_COUNTS.test(name) && (name === 'document_paths' || !INTERNAL_TABLES.includes(name)),
  );
  return shown.map((name) => {
    const infos = prepared(db, 'SELECT name, type, pk FROM pragma_table_info(?)').all(name) as {
      name: string;
      type: string;
      pk: number;
    }[];
    const has = (column: string): boolean => infos.some((each) => each.name === column);
    const keys = infos.filter(({ pk, name: column }) => pk > 0 && column !== 'path').map((each) => each.name);
    return {
      name,
      keys,
      columns: infos
        .filter(({ name: column, type, pk }) => type === 'TEXT' && pk === 0 && !LEFT.has(`${name}.${column}`))
        .map((each) => each.name),
      document: documentOf(has),
    };
  });
}

const numbered = (number: string): string =>
  `(SELECT o.sha256 FROM document_rows o WHERE o.number = ${number})`;

function documentOf(has: (column: string) => boolean): string {
  if (has('sha256')) return 't.sha256';
  if (has('document')) return numbered('t.document');
  if (has('disclosure'))
    return numbered('(SELECT d.document FROM disclosure_rows d WHERE d.id = t.disclosure)');
  return 'NULL';
}
