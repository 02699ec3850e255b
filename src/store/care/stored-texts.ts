import type { Rewriting, StoredText } from '../../model/ports/care.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { Database } from '../ground/database.js';
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
    const where = Object.keys(key).map((each) => `${each} = :key_${each}`);
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
  const shown = db.dialect
    .tables(db)
    .filter(
      ({ name }) =>
        !DERIVED_COUNTS.test(name) && (name === 'document_paths' || !INTERNAL_TABLES.includes(name)),
    );
  return shown.map(({ name, columns, keys }) => ({
    name,
    keys: keys.filter((each) => each !== 'path'),
    columns: columns
      .filter((each) => each.isText && !keys.includes(each.name) && !LEFT.has(`${name}.${each.name}`))
      .map((each) => each.name),
    document: documentOf((column) => columns.some((each) => each.name === column)),
  }));
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
