import type { Database } from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { SqlValue } from '../../model/sql-value.js';
import { INTERNAL_TABLES } from '../ground/internal-tables.js';
import { prepared } from '../ground/rows.js';

/**
 * Refuses a statement that reads a table which is for the program alone. SQLite is asked which pages the compiled statement
 * would open, so that no spelling of the name, view or subquery hides it.
 * @throws QueryError naming the table
 */
export function refuseInternal(
  db: Database,
  sql: string,
  params: SqlValue[] | Record<string, SqlValue>,
): void {
  const roots = new Map(
    (
      prepared(db, 'SELECT rootpage, tbl_name AS name FROM sqlite_schema WHERE rootpage > 0').all() as {
        rootpage: number;
        name: string;
      }[]
    ).flatMap(({ rootpage, name }) => (INTERNAL_TABLES.includes(name) ? [[rootpage, name] as const] : [])),
  );
  const steps = db.prepare(`EXPLAIN ${sql}`).all(...(Array.isArray(params) ? params : [params])) as {
    opcode: string;
    p2: number;
    p3: number;
  }[];
  for (const { opcode, p2, p3 } of steps) {
    const name =
      /^(?:OpenRead|ReopenIdx|OpenWrite|Count)$/.test(opcode) && p3 === 0 ? roots.get(p2) : undefined;
    if (name !== undefined)
      throw new QueryError(`${name} 是程序内部的表（文件的真实路径），不能查询；路径在视图 documents 中`);
  }
}
