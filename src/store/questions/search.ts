import type { Database } from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { SubjectFilter, ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { SearchHit, SearchOptions } from '../../model/ports/questions.js';
import { findTerms, snippetOf } from '../../model/search/highlight.js';
import type { SearchedView } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import { filterCondition } from '../conditions/view-filter.js';
import { SEARCHED } from '../derived/search-index.js';
import { allOf, type Condition } from '../ground/condition.js';
import { ENTRY } from '../ground/search-entry.js';
import { type SearchExpression, searchExpression } from './search-expression.js';

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

/**
 * Full text search over names, goals, descriptions, calculations and texts; the best first (BM25, a hit
 * in a name counts more); where there are more than 5,000, those with a hit in a name first, by document.
 * @param text words, phrases, AND, OR, NOT and parentheses, see `searchExpression`
 * @throws QueryError when the text cannot be read or a view is not searched
 */
export function search(db: Database, text: string, options: SearchOptions = {}): SearchHit[] {
  const { views, limit = LIMIT, offset = 0, ...filter } = options;
  const expression = searchExpression(text);
  const wanted = (views ?? Object.keys(SEARCHED)).map(searchedView);
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

function searchedView(name: string): SearchedView {
  if (name in SEARCHED) return name as SearchedView;
  const known = Object.keys(SEARCHED);
  throw new QueryError(`视图 ${name} 不在全文检索之列；可用：${known.join('、')}`, {
    unknown: { word: name, known },
  });
}

/** Index entries, best first, of documents the filter may keep something of. */
function* entriesOf(
  db: Database,
  { match, inName }: SearchExpression,
  views: readonly SearchedView[],
  filter: SubjectFilter,
): Generator<Entry> {
  const kept = allOf([
    ...(views.length < Object.keys(SEARCHED).length
      ? [{ sql: `${ENTRY.kind} IN (${views.map((view) => SEARCHED[view].kind).join(', ')})`, params: [] }]
      : []),
    ...documentCondition(filter),
  ]);
  const where = `search_index MATCH ? AND ${kept.sql}`;
  const found = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM search_index WHERE ${where} LIMIT ${RANKED + 1})`)
    .pluck()
    .get(match, ...kept.params) as number;
  const isWeighed = found <= RANKED;
  const order = isWeighed ? `bm25(search_index, ${NAME_WEIGHT}.0, 1.0), rowid` : 'rowid';
  const entries = db.prepare(
    `SELECT ${ENTRY.id} AS id, ${ENTRY.kind} AS kind FROM search_index WHERE ${where} ORDER BY ${order}`,
  );
  for (const each of isWeighed ? [match] : [`${match} AND ${inName}`, `${match} NOT ${inName}`]) {
    yield* entries.iterate(each, ...kept.params) as IterableIterator<Entry>;
  }
}

function documentCondition(filter: SubjectFilter): Condition[] {
  if (Object.values(filter).every((value) => value === undefined)) return [];
  const { sql, params } = filterCondition(requireView('projects'), filter);
  return [
    {
      sql: `(${ENTRY.document}) IN (SELECT v.document FROM disclosure_rows v WHERE ${sql})`,
      params,
    },
  ];
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
  const described = rows.map((row) => describe(view, row, terms));
  return view === 'texts' ? described.filter(({ snippet }) => snippet.includes('【')) : described;
}

function rowsOf(db: Database, view: SearchedView, id: number, filter: ViewFilter): ViewRow[] {
  const condition = filterCondition(requireView(view), filter);
  const own = view === 'texts' ? textsOf(id) : { sql: 'v.id = ?', params: [id] };
  const { sql, params } = allOf([own, condition]);
  return db.prepare(`SELECT v.* FROM "${view}" v WHERE ${sql}`).all(...params) as ViewRow[];
}

/** The view of texts knows no disclosures: place and text tell them apart within the document. */
const textsOf = (disclosure: number): Condition => ({
  sql: `v.document_id = (SELECT document FROM disclosure_rows WHERE id = ?)
    AND (v.place, v.text) IN (SELECT place, text FROM text_rows WHERE disclosure = ?)`,
  params: [disclosure, disclosure],
});

function describe(view: SearchedView, row: ViewRow, terms: readonly string[]): SearchHit {
  const columns: readonly string[] = [...SEARCHED[view].names, ...SEARCHED[view].texts];
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
