import { StoreError } from '../model/facts/store-error.js';
import { ENTRY_COLUMNS, entrySources, type IndexEntrySource, indexEntry } from './derived/index-entries.js';
import { SEARCHED } from './derived/search-index.js';
import type { Database, Stored } from './ground/database.js';
import { openEngine } from './open-engine.js';

/** Tables others refer to, before these; the others in any order. */
const FIRST = ['document_rows', 'disclosure_rows', 'run_rows', 'finding_subject_rows', 'repair_rows'];

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
    const tables = new Map(source.dialect.tables(source).map(({ name, columns }) => [name, columns]));
    target.dialect.copying(target, (fill) => {
      for (const table of new Set([...FIRST, ...tables.keys()])) {
        const columns = (tables.get(table) ?? []).map(({ name }) => name);
        fill(table, columns, rowsOf(source, table, columns));
      }
      fill('search_index', ENTRY_COLUMNS, everyEntry(source));
    });
    target.dialect.lastIds.write(target, source.dialect.lastIds.read(source));
    return { documents: count(target) };
  });
  return copy.immediate();
}

const rowsOf = (source: Database, table: string, columns: readonly string[]): Iterable<Stored[]> =>
  source
    .prepare(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${table}`)
    .raw()
    .iterate() as Iterable<Stored[]>;

function* everyEntry(source: Database): Generator<ReturnType<typeof indexEntry>> {
  for (const { entries } of Object.values(SEARCHED)) {
    const sources = source.prepare(entrySources(entries)).raw().iterate(0, Number.MAX_SAFE_INTEGER);
    for (const each of sources as Iterable<IndexEntrySource>) yield indexEntry(entries, each);
  }
}
