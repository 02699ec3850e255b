import { QueryError } from '../../model/facts/query-error.js';
import type { SqlLimits, SqlParams, SqlResult } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import { INTERNAL_TABLES } from '../ground/internal-tables.js';
import { type Connection, type ServerAnswer, ServerError } from '../server/connection.js';
import { type ServerDatabase, sqlValueOf } from '../server/server-database.js';
import { boundText, translate } from '../server/translate.js';
import { columnTitles } from './column-titles.js';
import { internalTableRefused } from './internal-table-refused.js';
import { limitedResult, outOfTime } from './limited-result.js';
import { requireSelect } from './require-select.js';
import { serverSqlFault } from './server-sql-fault.js';
import { sqlFault } from './sql-fault.js';

/** Rows fetched at a time. */
const FETCHED = 200;
const FETCH = `FETCH ${FETCHED} FROM asked`;
const DECLARE = 'DECLARE asked NO SCROLL CURSOR FOR';

/**
 * One SELECT (or WITH … SELECT) over the store, in a transaction that can write nothing, by a cursor that cannot be another kind of statement.
 * @throws QueryError when the statement is refused or wrong, the time is over, or a single row is beyond the limit
 */
export function runServerSql(
  { connection }: ServerDatabase,
  sql: string,
  params: SqlParams = [],
  limits: SqlLimits = {},
): SqlResult {
  requireSelect(sql);
  refuseForbidden(sql);
  try {
    const { text, values } = boundText(translate(sql), Array.isArray(params) ? params : [params]);
    connection.exec('BEGIN READ ONLY');
    try {
      if (limits.milliseconds !== undefined) {
        connection.exec(`SET LOCAL statement_timeout = ${Math.ceil(limits.milliseconds)}`);
      }
      connection.query(`${DECLARE} ${text}`, values);
      const first = connection.query(FETCH);
      return limitedResult(columnTitles(sql, first.columns), everyRow(connection, first), limits);
    } finally {
      connection.exec('ROLLBACK');
    }
  } catch (error) {
    throw asQueryError(error, sql, limits);
  }
}

/** Rows of the cursor, of which the first are there. */
function* everyRow(connection: Connection, first: ServerAnswer): Generator<(SqlValue | Buffer)[]> {
  for (let { rows } = first; ; { rows } = connection.query(FETCH)) {
    for (const row of rows) yield row.map(sqlValueOf);
    if (rows.length < FETCHED) return;
  }
}

/** Names a statement may not say, in whatever spelling: tables for the program alone; functions of the server that read files, settings or other statements. */
const FORBIDDEN =
  /^(?:pg_\w+|lo_\w+|dblink\w*|\w*_to_xml\w*|xmltable|ts_stat|ts_rewrite|set_config|current_setting|nextval|setval|lastval|currval|inet_\w+|txid_\w+|version|convert_from|json_populate\w*|jsonb_populate\w*)$/;

const NAME = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{N}_$]*)/gu;

/** @throws QueryError naming the table or function */
function refuseForbidden(sql: string): void {
  if (/\bu&"/i.test(sql)) throw new QueryError('不能用 U&"…" 写名称');
  for (const [, quoted, bare] of sql.matchAll(NAME)) {
    const name = quoted ?? bare?.toLowerCase();
    if (name === undefined) continue;
    if (INTERNAL_TABLES.includes(name)) throw internalTableRefused(name);
    if (FORBIDDEN.test(name)) throw new QueryError(`${name} 是服务器自己的表或函数，不能查询`);
  }
}

function asQueryError(error: unknown, sql: string, limits: SqlLimits): unknown {
  if (error instanceof RangeError || error instanceof TypeError) {
    return new QueryError(sqlFault(sql, error.message, null), { cause: error });
  }
  if (!(error instanceof ServerError)) return error;
  if (error.code === '57014') {
    return outOfTime(limits);
  }
  const isOfStatement = /^(?:42|22|21|0A|25006|54)/.test(error.code);
  return isOfStatement ? serverSqlFault(error, sql) : error;
}
