import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { SearchHit, SearchOptions } from '../../model/ports/questions.js';
import { findTerms, snippetOf } from '../../model/search/highlight.js';
import type { SearchedView } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import { filterCondition, subjectCondition } from '../conditions/view-filter.js';
import { SEARCHED } from '../derived/search-index.js';
import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { ENTRY, entryOf } from '../ground/search-entry.js';
import { type SearchExpression, searchExpression } from './search-expression.js';
import { entryCondition, holdsTerm, searchedColumns, searchedViews } from './searched-rows.js';

interface Entry {
  id: number;
  kind: number;
}

type ViewRow = Record<string, SqlValue>;

const LIMIT = 20;
/** A hit in a name counts as many in a text. */
const NAME_WEIGHT = 4;
/** More hits than this are not weighed: it takes longer than a reader waits, and says little of so common a word. */
const RANKED = 5_000;
/** Entries taken at a time where they are not weighed. */
const TAKEN = 100;

/**
 * Full text search over names, goals, descriptions, calculations and texts; the best first (BM25, a hit
 * in a name counts more); where there are more than 5,000, those with a hit in a name first, by document.
 * @param text words, phrases, AND, OR, NOT and parentheses, see `searchExpression`
 * @throws QueryError when the text cannot be read or a view is not searched
 */
export function search(db: Database, text: string, options: SearchOptions = {}): SearchHit[] {
  const { limit = LIMIT, offset = 0, ...scope } = options;
  const { views: _, ...filter } = scope;
  const expression = searchExpression(text);
  const wanted = searchedViews(scope);
  const hits: SearchHit[] = [];
  let skipped = 0;
  for (const entry of entriesOf(db, expression, wanted, filter)) {
    for (const hit of hitsOf(db, entry, expression.terms, filter)) {
      if (skipped < offset) skipped += 1;
      else hits.push(hit);
      if (hits.length === limit) return hits;
    }
  }
  return hits;
}

/** Index entries, best first, of documents the filter may keep something of. */
function* entriesOf(
  db: Database,
  { match, named, unnamed }: SearchExpression,
  views: readonly SearchedView[],
  filter: ViewFilter,
): Generator<Entry> {
  const kept = entryCondition(views, filter);
  const where = `search_index MATCH ? AND ${kept.sql}`;
  const found = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM search_index WHERE ${where} LIMIT ${RANKED + 1}) found`)
    .pluck()
    .get(match, ...kept.params) as number;
  if (found <= RANKED) yield* weighedEntries(db, match, kept);
  else {
    for (const each of [named, unnamed]) yield* entriesInOrder(db, each, kept);
  }
}

const SELECT_ENTRIES = `SELECT ${ENTRY.id} AS id, ${ENTRY.kind} AS kind FROM search_index WHERE search_index MATCH ?`;

const weighedEntries = (db: Database, match: string, { sql, params }: Condition): Iterable<Entry> =>
  db
    .prepare(`${SELECT_ENTRIES} AND ${sql} ORDER BY bm25(search_index, ${NAME_WEIGHT}.0, 1.0), rowid`)
    .iterate(match, ...params) as Iterable<Entry>;

/** By rowid, so many at a time: of a common word the first are found without looking for all. */
function* entriesInOrder(db: Database, match: string, { sql, params }: Condition): Generator<Entry> {
  const entries = db.prepare(
    `${SELECT_ENTRIES} AND ${sql} AND rowid > ${entryOf('CAST(? AS BIGINT)', '?')} ORDER BY rowid LIMIT ${TAKEN}`,
  );
  for (let after: Entry = { id: 0, kind: 0 }; ; ) {
    const taken = entries.all(match, ...params, after.id, after.kind) as Entry[];
    yield* taken;
    const last = taken.at(-1);
    if (last === undefined || taken.length < TAKEN) return;
    after = last;
  }
}

function hitsOf(
  db: Database,
  { id, kind }: Entry,
  terms: readonly string[],
  filter: ViewFilter,
): SearchHit[] {
  const [view] = (Object.keys(SEARCHED) as SearchedView[]).filter((each) => SEARCHED[each].kind === kind);
  if (!view) return [];
  const rows = rowsOf(db, view, id, filter);
  const found = view === 'texts' ? rows.filter((row) => holdsTerm(view, row, terms)) : rows;
  return found.map((row) => describe(view, row, terms));
}

function rowsOf(db: Database, view: SearchedView, id: number, filter: ViewFilter): ViewRow[] {
  if (view === 'texts') return textsOf(db, id, filter);
  const { sql, params } = filterCondition(requireView(view), filter);
  return db.prepare(`SELECT v.* FROM "${view}" v WHERE v.id = ? AND ${sql}`).all(id, ...params) as ViewRow[];
}

/** The entry of texts is that of a disclosure, which their view does not know. */
function textsOf(db: Database, disclosure: number, filter: ViewFilter): ViewRow[] {
  const { sql, params } = subjectCondition('d', filter);
  return db
    .prepare(
      `SELECT t.*, d.document AS document_id, d.region, d.year, d.department, NULL AS project
       FROM disclosure_rows d JOIN text_rows t ON t.disclosure = d.id WHERE d.id = ? AND ${sql}`,
    )
    .all(disclosure, ...params) as ViewRow[];
}

function describe(view: SearchedView, row: ViewRow, terms: readonly string[]): SearchHit {
  const columns = searchedColumns(view);
  const filled = columns.filter((column) => typeof row[column] === 'string');
  const holding = filled.find((column) => findTerms(String(row[column]), terms).length > 0);
  const column = holding ?? filled[0] ?? columns[0] ?? '';
  return {
    view,
    id: view === 'texts' ? null : Number(row.id),
    document_id: Number(row.document_id),
    region: textOf(row.region),
    year: row.year === null ? null : Number(row.year),
    department: textOf(row.department),
    project: textOf(row.project),
    column,
    snippet: snippetOf(String(row[column] ?? ''), terms),
    place: textOf(row.place),
  };
}

const textOf = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
