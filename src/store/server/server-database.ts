import type { SqlValue } from '../../model/sql-value.js';
import type { Database, SqlStatement } from '../ground/database.js';
import type { Connection, ServerAnswer } from './connection.js';
import { POSTGRES } from './postgres-dialect.js';
import { boundText, type TranslatedSql, translate } from './translate.js';

/** A store on a server, asked in the words of SQLite. */
export interface ServerDatabase extends Database {
  readonly connection: Connection;
}

/** Rows fetched at a time where they are read one after the other. */
const FETCHED = 500;

/**
 * Who writes is one at a time, whatever host he writes from: two writers end as one after the other would. Of one who says
 * nothing for five minutes in the midst of it (his host is gone, or asleep) the server undoes what he began and lets the next write.
 */
const ONE_WRITER = `BEGIN;
  SELECT set_config('idle_in_transaction_session_timeout', '5min', true)
    WHERE current_setting('idle_in_transaction_session_timeout') = '0';
  SELECT pg_advisory_xact_lock(hashtextextended('mingzhang ' || current_schema(), 0))`;

/** @param readOnly its connection can write nothing */
export function serverDatabase(connection: Connection, readOnly: boolean): ServerDatabase {
  let depth = 0;
  let cursors = 0;
  let statements = 0;
  const prepare = (sql: string): SqlStatement =>
    statementOf(connection, translate(sql), {
      name: () => `s${++statements}`,
      cursor: () => ({ name: `c${++cursors}`, isHeld: depth === 0 }),
    });
  const transaction = <Given extends unknown[], Made>(work: (...given: Given) => Made) => {
    const run = (...given: Given): Made => {
      const savepoint = `p${depth}`;
      connection.exec(depth === 0 ? ONE_WRITER : `SAVEPOINT ${savepoint}`);
      depth += 1;
      try {
        const made = work(...given);
        connection.exec(depth === 1 ? 'COMMIT' : `RELEASE ${savepoint}`);
        return made;
      } catch (error) {
        connection.exec(depth === 1 ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
        throw error;
      } finally {
        depth -= 1;
      }
    };
    return Object.assign(run, { immediate: run });
  };
  return {
    connection,
    dialect: POSTGRES,
    readonly: readOnly,
    prepare,
    exec: (sql) => connection.exec(sql),
    transaction,
  };
}

interface Numbering {
  name(): string;
  cursor(): { name: string; isHeld: boolean };
}

function statementOf(connection: Connection, template: TranslatedSql, number: Numbering): SqlStatement {
  let shape: (columns: string[], row: unknown[]) => unknown = asObject;
  let asked = 0;
  /** By text: it is another one for values of other kinds. */
  const names = new Map<string, string>();
  const ask = (given: unknown[]): ServerAnswer => {
    const { text, values, isGeneral } = boundText(template, given);
    asked += 1;
    // What is asked again is kept prepared by the server.
    if (!isGeneral || asked === 1) return connection.query(text, values);
    const name = names.get(text) ?? number.name();
    names.set(text, name);
    return connection.query(text, values, name);
  };
  const statement: SqlStatement = {
    all: (...given) => {
      const { columns, rows } = ask(given);
      return rows.map((row) => shape(columns, row));
    },
    get: (...given) => {
      const { columns, rows } = ask(given);
      return rows[0] && shape(columns, rows[0]);
    },
    run: (...given) => ({ changes: ask(given).changes }),
    *iterate(...given) {
      const { text, values } = boundText(template, given);
      const { name, isHeld } = number.cursor();
      connection.query(`DECLARE ${name} NO SCROLL CURSOR ${isHeld ? 'WITH HOLD' : ''} FOR ${text}`, values);
      try {
        for (;;) {
          const { columns, rows } = connection.query(`FETCH ${FETCHED} FROM ${name}`);
          for (const row of rows) yield shape(columns, row);
          if (rows.length < FETCHED) return;
        }
      } finally {
        connection.exec(`CLOSE ${name}`);
      }
    },
    pluck: () => {
      shape = (_, [first]) => sqlValueOf(first);
      return statement;
    },
    raw: () => {
      shape = (_, row) => row.map(sqlValueOf);
      return statement;
    },
  };
  return statement;
}

const asObject = (columns: string[], row: unknown[]): unknown =>
  Object.fromEntries(columns.map((column, n) => [column, sqlValueOf(row[n])]));

/** A value as it comes from the thread that speaks with the server. */
export const sqlValueOf = (value: unknown): SqlValue | Buffer =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : (value as SqlValue);
