import { StoreError } from '../model/facts/store-error.js';
import { indexAll } from './derived/search-index.js';
import type { Database } from './ground/database.js';
import { insertRows, type SqlRow } from './ground/rows.js';
import { openEngine } from './open-engine.js';

/** Tables others refer to, before these; the others in any order. */
const FIRST = ['document_rows', 'disclosure_rows', 'run_rows', 'finding_subject_rows', 'repair_rows'];
/** Rows held at a time; of those with packed readings fewer. */
const HELD = 2_000;
const HELD_BLOBS = 50;

/**
 * Copies a whole store, whatever keeps it, into a new one: readings, what people assigned, corrected and answered, findings with their history, logs.
 * All or nothing; the search index is written anew.
 * @returns number of documents
 * @throws StoreError where the one cannot be read, or the other is not empty
 */
export function copyStore(from: string, to: string): { documents: number } {
  const source = openEngine(from, { readOnly: true });
  try {
    const target = openEngine(to, {});
    try {
      const apart = source.openApart?.() ?? null;
      try {
        return copyInto(apart?.db ?? source.db, target.db);
      } finally {
        apart?.close();
      }
    } catch (error) {
      throw target.explain(error);
    } finally {
      target.close();
    }
  } catch (error) {
    throw source.explain(error);
  } finally {
    source.close();
  }
}

function copyInto(source: Database, target: Database): { documents: number } {
  const copy = target.transaction(() => {
    const count = (db: Database): number =>
      db.prepare('SELECT count(*) FROM document_rows').pluck().get() as number;
    if (count(target) > 0) {
      throw new StoreError('target', '要写入的库里已有文档，没有改动；请换一个新的库');
    }
    const tables = source.dialect.tables(source);
    const names = [...FIRST, ...tables.map(({ name }) => name).filter((name) => !FIRST.includes(name))];
    target.dialect.copying(target, () => {
      for (const name of names) copyTable(source, target, name);
    });
    target.dialect.lastIds.write(target, source.dialect.lastIds.read(source));
    indexAll(target);
    return { documents: count(target) };
  });
  return copy.immediate();
}

function copyTable(source: Database, target: Database, name: string): void {
  target.exec(`DELETE FROM ${name}`);
  const held = name === 'document_blobs' ? HELD_BLOBS : HELD;
  let rows: SqlRow[] = [];
  const write = (): void => {
    insertRows(target, { [name]: rows });
    rows = [];
  };
  for (const row of source.prepare(`SELECT * FROM "${name}"`).iterate() as Iterable<SqlRow>) {
    rows.push(row);
    if (rows.length === held) write();
  }
  write();
}
