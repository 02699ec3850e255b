import { QueryError } from '../../model/facts/query-error.js';
import { placeOfName } from '../../model/sql/sql-parameters.js';
import type { ServerError } from '../server/connection.js';
import { faultAsSaid, faultInWords, sqlFault, unknownName } from './sql-fault.js';
import { wordsOfPlace } from './sql-place.js';

/** What is wrong, by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html); `name`: what the server names. */
const FAULTS: Readonly<Record<string, (name: string) => string>> = {
  '42883': (name) =>
    `${name === '' ? '' : `没有函数 ${name}，或`}参数的类型不合（PostgreSQL 上文字与数字不能直接比较）`,
  '42601': (name) => (name === '' ? '语句没有写完，或写法不对' : `“${name}”附近的写法不对`),
  '42803': (name) => `${name} 不在 GROUP BY 中，也没有用聚合函数`,
  '42804': () => '值的类型不合：文字与数字不能混用，请用 CAST 转换',
  '42P18': () => '有的参数看不出类型，请用 CAST 写明',
  '22P02': () => '有的文字不能转换成数字',
  '22003': () => '数超出范围',
  '22012': () => '除数是 0',
  '2201B': (name) => `正则表达式“${name}”的写法不对`,
  '21000': () => '作值用的子查询有不止一行',
  '0A000': () => '只能查询，不能修改库；请用 SELECT',
  '25006': () => '只能查询，不能修改库；请用 SELECT',
};

/** Faults of names, by the words SQLite has for them: these are told with the views of the statement. */
const NAMES: Readonly<Record<string, string>> = {
  '42P01': 'no such table',
  '42703': 'no such column',
  '42702': 'ambiguous column name',
};

/** What the server names, in whatever language: in quotes, a function before its types, a column with its view. */
const NAMED = [/["“「](.+?)["”」]/, /([\p{L}_][\p{L}\p{N}_.]*)\(/u, /\b(\w+\.\w+)\b/];

/** A fault of a statement in Chinese; the server's own words only where it has none for them, and marked as such. */
export function serverSqlFault(error: ServerError, sql: string): QueryError {
  const name = NAMED.map((pattern) => pattern.exec(error.message)?.[1]).find(Boolean) ?? '';
  const at = placeOfName(sql, name.replace(/^.*\./, ''));
  const place = at === null ? null : wordsOfPlace(sql, at);
  const fault = NAMES[error.code];
  if (fault !== undefined) {
    const said = `${fault}: ${name}`;
    return new QueryError(sqlFault(sql, said, place), { cause: error, unknown: unknownName(said) });
  }
  const words = FAULTS[error.code]?.(name);
  return new QueryError(words === undefined ? faultAsSaid(error.message) : faultInWords(words, place), {
    cause: error,
  });
}
