import type { View } from '../model/views.js';
import { allOf, anyOf, type Condition, contains } from './condition.js';
import { KINDS, SEARCHED, type SearchedView } from './search-index.js';
import { matchPhrase } from './search-words.js';

/** Tables of the searched rows that belong to a project. */
const TABLES: Partial<Record<SearchedView, string>> = { indicators: 'indicator_rows', costs: 'cost_rows' };

/**
 * Rows one of whose searched columns holds the text (as LIKE has it: whatever the case of Latin letters). Where the search
 * index knows the view, it says which rows may; the texts themselves decide.
 */
export function textCondition(view: View, text: string): Condition {
  const columns = view.columns.filter((column) => column.searched).map(({ name }) => name);
  return narrowed(view, text, holdsIn(columns, text), { itself: true });
}

/** Rows of projects whose name, canonical or printed, holds the text. */
export function projectCondition(view: View, text: string): Condition {
  const columns = ['project', 'project_printed'].filter((name) =>
    view.columns.some((column) => column.name === name),
  );
  return narrowed(view, text, holdsIn(columns, text), { itself: baseOf(view) === 'projects' });
}

const baseOf = ({ name }: View): string => name.replace(/^current_/, '');

const isSearched = (name: string): name is SearchedView => name in SEARCHED;

const holdsIn = (columns: readonly string[], text: string): Condition =>
  anyOf(columns.map((column) => contains(`v.${column}`, text)));

/** The condition with the rows the index names before it; as it is where the index cannot tell. */
function narrowed(view: View, text: string, holds: Condition, { itself }: { itself: boolean }): Condition {
  const phrase = matchPhrase(text);
  const name = baseOf(view);
  if (phrase === null || !isSearched(name)) return holds;
  if (name === 'texts') {
    const documents = `SELECT document FROM disclosure_rows WHERE id IN (${rowsFound(name)})`;
    return allOf([{ sql: `v.document_id IN (${documents})`, params: [phrase] }, holds]);
  }
  const table = TABLES[name];
  const selects = [
    ...(itself ? [rowsFound(name)] : []),
    ...(table ? [`SELECT id FROM ${table} WHERE project_id IN (${rowsFound('projects')})`] : []),
  ];
  if (selects.length === 0) return holds;
  return allOf([
    { sql: `v.id IN (${selects.join(' UNION ALL ')})`, params: selects.map(() => phrase) },
    holds,
  ]);
}

const rowsFound = (name: SearchedView): string =>
  `SELECT rowid / ${KINDS} FROM search_index WHERE search_index MATCH ? AND rowid % ${KINDS} = ${SEARCHED[name].kind}`;
