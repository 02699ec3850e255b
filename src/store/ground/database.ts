import type { SqlValue } from '../../model/sql-value.js';
import type { View } from '../../model/views.js';

/** What a statement is given and what it answers. */
export type Stored = SqlValue | Buffer;

/** A statement that was prepared; parameters stand one by one (`?`), or in one object by name (`:year`). */
export interface SqlStatement {
  all(...params: unknown[]): unknown[];
  /** The first row; undefined where there is none. */
  get(...params: unknown[]): unknown;
  run(...params: unknown[]): { changes: number };
  iterate(...params: unknown[]): IterableIterator<unknown>;
  /** Answers the first column alone. */
  pluck(): this;
  /** Answers rows as arrays. */
  raw(): this;
}

/** A table as the engine has it, without what the engine keeps for itself. */
export interface TableShape {
  name: string;
  columns: readonly { name: string; isText: boolean }[];
  /** Columns of the primary key, in its order. */
  keys: readonly string[];
}

/** What engines do each in their own way. */
export interface Dialect {
  /** Inserts rows that all have the same columns. */
  insertRows(db: Database, table: string, rows: readonly Record<string, Stored | undefined>[]): void;
  /** A view, and what orders those of its rows that are alike in everything else; SQL, the alias of the view is `v`. */
  inOrder(view: View): { from: string; ties: readonly string[] };
  /** Condition that a column, which is a key, has one of the few values that a SELECT gives: looked up one by one, whatever the order wanted. */
  isOneOfFew(column: string, select: string): string;
  /** Writes the entries of the search index for rows whose ids lie in a range. */
  writeEntries(db: Database, entries: EntrySelect, range: readonly [first: number, last: number]): void;
  /** Tables by name, the search index left out. */
  tables(db: Database): TableShape[];
  /** What is damaged in the file or its references, in words. */
  damage(db: Database): { kind: 'integrity' | 'orphan'; message: string }[];
  /**
   * Empties the tables and lets the work fill them with rows as they stand elsewhere: nothing is counted or noted for it,
   * indexes are made and references checked after it. Within a transaction.
   */
  copying(db: Database, work: (fill: FillTable) => void): void;
  /** The last id given in tables that never give one again. */
  lastIds: {
    read(db: Database): Record<string, number>;
    write(db: Database, last: Record<string, number>): void;
  };
  /** Leaves nothing of rows that were changed or deleted: in the search index, within the transaction, and on disk, after it. */
  forget: { index(db: Database): void; rows(db: Database): void };
}

/** Writes rows into a table, or `search_index`, that has none; their values stand in the order of the columns. */
export type FillTable = (
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly (Stored | bigint)[]>,
) => void;

/** What the search index has of one kind of rows, an entry a row; where rows have no ids, one for all rows of a disclosure. */
export interface EntrySelect {
  kind: number;
  /** Columns a name consists of, and other texts; SQL. */
  names: readonly string[];
  texts: readonly string[];
  table: string;
  /** Column of the id an entry stands for. */
  id: string;
  /** Several rows have it. */
  groups: boolean;
}

/**
 * A connection to a store, in the words of SQLite: the statements of this folder are written once, for every engine. Answers are
 * there at once; see `Face` for those who wait for them.
 */
export interface Database {
  readonly dialect: Dialect;
  readonly readonly: boolean;
  prepare(sql: string): SqlStatement;
  /** Several statements without parameters. */
  exec(sql: string): unknown;
  /** All or nothing; within another transaction, a part of it that fails alone. `immediate`: as the one writer. */
  transaction<Given extends unknown[], Answer>(
    work: (...given: Given) => Answer,
  ): ((...given: Given) => Answer) & { immediate(...given: Given): Answer };
}
