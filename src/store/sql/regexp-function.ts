import { QueryError } from '../../model/facts/query-error.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { SqliteDatabase } from '../file/sqlite-dialect.js';

const defined = new WeakSet<SqliteDatabase>();

/**
 * Lets a statement say `text REGEXP pattern`, a regular expression of JavaScript (flag `u`) that may match anywhere; null where
 * either is null, 0 of a blob. A pattern can take as long as it likes over one text: what must end in time runs apart
 * (`runSqlApart`).
 */
export function defineRegexp(db: SqliteDatabase): void {
  if (defined.has(db)) return;
  let last: { pattern: string; expression: RegExp } | null = null;
  db.function('regexp', { deterministic: true }, (pattern: SqlValue | Buffer, text: SqlValue | Buffer) => {
    if (pattern === null || text === null) return null;
    if (Buffer.isBuffer(text)) return 0;
    if (last?.pattern !== String(pattern))
      last = { pattern: String(pattern), expression: compiled(String(pattern)) };
    return last.expression.test(String(text)) ? 1 : 0;
  });
  defined.add(db);
}

/** @throws QueryError on a pattern that is none */
function compiled(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new QueryError(`SQL 有误：正则表达式“${pattern}”的写法不对；要照字面的 . ( [ \\ 等前面加 \\`);
  }
}
