import type { View } from '../model/views.js';
import { allOf, anyOf, type Condition, contains } from './condition.js';
import { KINDS, SEARCHED, type SearchedView } from './search-index.js';
import { matchPhrase } from './search-words.js';

/**
 * Rows one of whose searched columns holds the text (as LIKE has it: whatever the case of Latin letters). Where the search
 * index knows the view, it says which rows may; the texts themselves decide.
 */
export function textCondition(view: View, text: string): Condition {
  const columns = view.columns.filter((column) => column.searched).map(({ name }) => name);
  const holds = anyOf(columns.map((column) => contains(`v.${column}`, text)));
  const phrase = matchPhrase(text);
  const name = view.name.replace(/^current_/, '');
  if (phrase === null || !isSearched(name)) return holds;
  const found = [candidates(name, phrase)];
  if (name !== 'projects' && columns.includes('project')) {
    found.push({ sql: `v.project_id IN (${rowsFound('projects')})`, params: [phrase] });
  }
  return allOf([anyOf(found), holds]);
}

const isSearched = (name: string): name is SearchedView => name in SEARCHED;

const rowsFound = (name: SearchedView): string =>
  `SELECT rowid / ${KINDS} FROM search_index WHERE search_index MATCH ? AND rowid % ${KINDS} = ${SEARCHED[name].kind}`;

/** Texts have no id of their own; their entry tells the document. */
const candidates = (name: SearchedView, phrase: string): Condition =>
  name === 'texts'
    ? {
        sql: `v.document_id IN (SELECT document FROM disclosure_rows WHERE id IN (${rowsFound(name)}))`,
        params: [phrase],
      }
    : { sql: `v.id IN (${rowsFound(name)})`, params: [phrase] };
