import { placeOfName } from '../../model/sql/sql-parameters.js';
import type { SqliteDatabase } from '../file/sqlite-dialect.js';

/** Occurrences of a word that are looked at. */
const MOST = 50;

const NEAR = /^(?:near|unrecognized token:?) "(.+)"(?:: syntax error)?$/s;
const NAMED = /^(?:no such (?:table|column|function)|ambiguous column name): (?:.*\.)?(.+)$/;

/** Where in a statement the fault SQLite tells of stands, in words: `第 2 行第 8 字`; null where that cannot be told. */
export function placeOfFault(db: SqliteDatabase, sql: string, said: string): string | null {
  const [, near] = NEAR.exec(said) ?? [];
  const [, name] = NAMED.exec(said) ?? [];
  const at = near !== undefined ? placeOfToken(db, sql, near, said) : name && placeOfName(sql, name);
  return typeof at === 'number' ? wordsOfPlace(sql, at) : null;
}

/** An index into a statement: `第 2 行第 8 字`. */
export function wordsOfPlace(sql: string, at: number): string {
  const before = sql.slice(0, at).split('\n');
  return `第 ${before.length} 行第 ${[...(before.at(-1) ?? '')].length + 1} 字`;
}

/** The token SQLite stops at is the first one up to which the statement is refused with the same words, and before which it is not. */
function placeOfToken(db: SqliteDatabase, sql: string, token: string, said: string): number | null {
  let at = sql.indexOf(token);
  for (let looked = 0; at >= 0 && looked < MOST; looked++) {
    if (faultOf(db, sql.slice(0, at + token.length)) === said && faultOf(db, sql.slice(0, at)) !== said)
      return at;
    at = sql.indexOf(token, at + 1);
  }
  return null;
}

function faultOf(db: SqliteDatabase, sql: string): string | null {
  try {
    db.prepare(sql);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
