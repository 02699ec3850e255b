import { QueryError } from '../../model/facts/query-error.js';
import { placeOfName } from '../../model/sql/sql-parameters.js';
import type { ServerError } from '../server/connection.js';
import { unknownName } from './sql-fault.js';
import { wordsOfPlace } from './sql-place.js';

/** What is wrong, by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html); `name`: what the server names. */
const FAULTS: Readonly<Record<string, (name: string) => string>> = {
  '42P01': (name) => `没有视图 ${name}；有哪些视图见 mingzhang sql --schema`,
  '42703': (name) => `没有列 ${name}；各视图的列见 mingzhang sql --schema，文字要用单引号括起`,
  '42883': (name) => `没有函数 ${name}，或参数的类型不合（PostgreSQL 上文字与数字不能直接比较）`,
  '42702': (name) => `几个视图都有列 ${name}；请写成“视图.列”`,
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

/** A fault of a statement in Chinese; the server's own words only where it has none for them, and marked as such. */
export function serverSqlFault(error: ServerError, sql: string): QueryError {
  const [, name = ''] = /["“「](.+?)["”」]/.exec(error.message) ?? /\b(\w+\.\w+)\b/.exec(error.message) ?? [];
  const words = FAULTS[error.code]?.(name);
  if (words === undefined) {
    return new QueryError(`SQL 有误，数据库不接受（技术细节：${error.message}）`, { cause: error });
  }
  const at = placeOfName(sql, name.replace(/^.*\./, ''));
  const place = at === null ? '' : `${wordsOfPlace(sql, at)}，`;
  const missing = { '42P01': 'table', '42703': 'column' }[error.code];
  return new QueryError(`SQL 有误：${place}${words}`, {
    cause: error,
    unknown: missing === undefined ? undefined : unknownName(`no such ${missing}: ${name}`),
  });
}
