import type { Database } from '../ground/database.js';

const LOGS = new Set([
  'import_rows',
  'change_rows',
  'checked_rows',
  'looked_rows',
  'path_imports',
  'unlinked_rows',
  'repair_rows',
  'repaired_rows',
  'content_rows',
]);

/**
 * All data of the store as text, one row a line in the order of the primary keys: equal stores give equal dumps. The search
 * index and the numbers of contents follow from the data, its pages from the order of writing, and older stores lack some; the logs of imports and of repairs, the count of changes and what is to be linked differ with
 * every import.
 */
export function dump(db: Database): string {
  const lines = db.dialect
    .tables(db)
    .filter(({ name }) => !LOGS.has(name))
    .flatMap(({ name, columns, keys }) => {
      const shown = columns.map((each) => `"${each.name}"`).join(', ');
      const rows = db
        .prepare(`SELECT ${shown} FROM "${name}" ORDER BY ${keys.join(', ')}`)
        .raw()
        .all() as unknown[][];
      return rows.map((row) => `${name} ${JSON.stringify(row.map(asText))}`);
    });
  return `${lines.join('\n')}\n`;
}

const asText = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('hex') : value);
