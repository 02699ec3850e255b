import type { Database } from 'better-sqlite3';

/**
 * All data of the store as text, one row a line in the order of the primary keys: equal stores give equal dumps. The search
 * index follows from the data, its pages from the order of writing; the logs of imports and of repairs, the count of changes and what is to be linked differ with
 * every import.
 */
export function dump(db: Database): string {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'search_index%' AND name NOT IN ('import_rows', 'change_rows', 'checked_rows', 'path_imports', 'unlinked_rows',
         'repair_rows', 'repaired_rows') ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const lines = tables.flatMap((table) => {
    const keys = db
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .pluck()
      .all(table) as string[];
    const rows = db
      .prepare(`SELECT * FROM "${table}" ORDER BY ${keys.join(', ')}`)
      .raw()
      .all() as unknown[][];
    return rows.map((row) => `${table} ${JSON.stringify(row.map(asText))}`);
  });
  return `${lines.join('\n')}\n`;
}

const asText = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('hex') : value);
