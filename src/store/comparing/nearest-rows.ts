import type { IndicatorRow, ProjectRow, ProjectSearch } from '../../model/comparison.js';
import type { ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { Nearest } from '../../model/ports/comparison-rows.js';
import { filterCondition } from '../conditions/view-filter.js';
import { SEARCHED } from '../derived/search-index.js';
import { matchPhrase } from '../derived/search-words.js';
import { allOf, type Condition, isAmong } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { ENTRY } from '../ground/search-entry.js';
import { INDICATOR_COLUMNS, PROJECT_COLUMNS } from './compared-columns.js';

interface NearestQuery {
  search: ProjectSearch;
  filter: ViewFilter;
  most: number;
}

/** More rows of the index than this are not ranked: to weigh them takes longer than a reader waits. */
const RANKED = 20_000;

/** A question to the index. */
interface Expression {
  match: string;
  /** Asked only where its answers can be ranked: most of them are not meant. */
  isWide: boolean;
}

/** Projects whose names hold the search, then those that hold parts of it, then those whose texts do; found by the search index. */
export const nearestProjects = (db: Database, query: NearestQuery): Nearest<ProjectRow> =>
  nearest<ProjectRow>(db, 'projects', PROJECT_COLUMNS, query);

/** Indicators, likewise. */
export const nearestIndicators = (db: Database, query: NearestQuery): Nearest<IndicatorRow> =>
  nearest<IndicatorRow>(db, 'indicators', INDICATOR_COLUMNS, query);

function nearest<Row extends { id: number }>(
  db: Database,
  name: 'projects' | 'indicators',
  columns: string,
  { search, filter, most }: NearestQuery,
): Nearest<Row> {
  const found = new Set<number>();
  for (const expression of expressionsOf(search)) {
    if (found.size > most) break;
    for (const id of entriesOf(db, name, expression, filter, most + 1)) found.add(id);
  }
  const ids = [...found];
  const view = requireView(`current_${name}`);
  const { sql, params } = allOf([filterCondition(view, filter), isAmong('v.id', ids.slice(0, most))]);
  const rows = db.prepare(`SELECT ${columns} FROM ${view.name} v WHERE ${sql} ORDER BY v.id`).all(...params);
  return { rows: rows as Row[], isCut: ids.length > most };
}

/** Questions to the index, the narrowest first. */
function expressionsOf({ names, texts }: ProjectSearch): Expression[] {
  const phrases = texts.flatMap((text) => matchPhrase(text) ?? []).join(' OR ');
  const pairs = [...new Set(names.flatMap((name) => name.pairs))]
    .flatMap((pair) => matchPhrase(pair) ?? [])
    .join(' OR ');
  return [
    { match: phrases && `name : (${phrases})`, isWide: false },
    { match: pairs && `name : (${pairs})`, isWide: true },
    { match: phrases && `body : (${phrases})`, isWide: false },
  ].filter(({ match }) => match !== '');
}

function entriesOf(
  db: Database,
  name: 'projects' | 'indicators',
  { match, isWide }: Expression,
  filter: ViewFilter,
  most: number,
): number[] {
  const { sql, params } = allOf([
    { sql: 'search_index MATCH ?', params: [match] },
    { sql: `${ENTRY.kind} = ${SEARCHED[name].kind}`, params: [] },
    ...documentCondition(filter),
  ]);
  const count = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM search_index WHERE ${sql} LIMIT ${RANKED + 1}) found`)
    .pluck()
    .get(...params) as number;
  if (isWide && count > RANKED) return [];
  const order = count > RANKED ? 'rowid' : 'bm25(search_index), rowid';
  return db
    .prepare(`SELECT ${ENTRY.id} FROM search_index WHERE ${sql} ORDER BY ${order} LIMIT ?`)
    .pluck()
    .all(...params, most) as number[];
}

/** Entries of documents the filter may keep something of. */
function documentCondition(filter: ViewFilter): Condition[] {
  if (Object.values(filter).every((value) => value === undefined)) return [];
  const { sql, params } = filterCondition(requireView('projects'), filter);
  return [{ sql: `(${ENTRY.document}) IN (SELECT v.document FROM disclosure_rows v WHERE ${sql})`, params }];
}
