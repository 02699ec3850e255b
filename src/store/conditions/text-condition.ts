import type { Section } from '../../model/sections/section.js';
import { SECTIONS, type SearchedView } from '../../model/sections/sections.js';
import type { View } from '../../model/views.js';
import { SEARCHED } from '../derived/search-index.js';
import { matchPhrase } from '../derived/search-words.js';
import { allOf, anyOf, type Condition, contains } from '../ground/condition.js';
import { ENTRY } from '../ground/search-entry.js';

/**
 * Rows one of whose searched columns holds the text (as LIKE has it: whatever the case of Latin letters). Where the search
 * index knows the view, it says which rows may; the texts themselves decide.
 */
export function textCondition(view: View, text: string): Condition {
  const phrase = matchPhrase(text);
  return narrowed(view, holdsText(view, text), phrase, phrase && inName(phrase));
}

/** The same without the index: for rows that are few anyway. */
export const holdsText = (view: View, text: string): Condition =>
  holdsIn(
    view.columns.filter((column) => column.searched).map(({ name }) => name),
    text,
  );

/** Rows of projects whose name, canonical or printed, holds the text. */
export function projectCondition(view: View, text: string): Condition {
  const phrase = matchPhrase(text);
  const named = phrase && inName(phrase);
  return narrowed(view, holdsProject(view, text), baseOf(view) === 'projects' ? named : null, named);
}

/** The same without the index: for rows that are few anyway. */
export const holdsProject = (view: View, text: string): Condition =>
  holdsIn(
    ['project', 'project_printed'].filter((name) => view.columns.some((column) => column.name === name)),
    text,
  );

const baseOf = ({ name }: View): string => name.replace(/^current_/, '');

const isSearched = (name: string): name is SearchedView => name in SEARCHED;

const holdsIn = (columns: readonly string[], text: string): Condition =>
  anyOf(columns.map((column) => contains(`v.${column}`, text)));

/** Only where the name of something holds the phrase. */
const inName = (phrase: string): string => `name : ${phrase}`;

/** The condition with the rows the index names before it; as it is where the index cannot tell. */
function narrowed(view: View, holds: Condition, own: string | null, ofProject: string | null): Condition {
  const name = baseOf(view);
  if (!isSearched(name)) return holds;
  if (name === 'texts') {
    if (own === null) return holds;
    const documents = `SELECT document FROM disclosure_rows WHERE id IN (${rowsFound(name)})`;
    return allOf([{ sql: `v.document_id IN (${documents})`, params: [own] }, holds]);
  }
  const { table, project } = SECTIONS[name] as Section;
  const found: [select: string, match: string | null][] = [
    [rowsFound(name), own],
    ...(project === 'shown'
      ? ([[`SELECT id FROM ${table} WHERE project_id IN (${rowsFound('projects')})`, ofProject]] as [
          string,
          string | null,
        ][])
      : []),
  ];
  const asked = found.filter(([, match]) => match !== null);
  if (asked.length === 0) return holds;
  return allOf([
    {
      sql: `v.id IN (${asked.map(([select]) => select).join(' UNION ALL ')})`,
      params: asked.map(([, match]) => match),
    },
    holds,
  ]);
}

/**
 * A SELECT of 1 for every row of the view whose own text the index names and `condition` keeps, as it is found; null where
 * the index does not know the view's rows one by one. There may be more rows: those whose project is named so.
 */
export function ownRows(view: View, text: string, condition: Condition): Condition | null {
  const phrase = matchPhrase(text);
  const name = baseOf(view);
  if (phrase === null || !isSearched(name) || name === 'texts') return null;
  return {
    sql: `SELECT 1 FROM (${rowsFound(name, 'AS id')}) found CROSS JOIN "${view.name}" v ON v.id = found.id
      WHERE ${condition.sql}`,
    params: [phrase, ...condition.params],
  };
}

const rowsFound = (name: SearchedView, alias = ''): string =>
  `SELECT ${ENTRY.id} ${alias} FROM search_index WHERE search_index MATCH ? AND ${ENTRY.kind} = ${SEARCHED[name].kind}`;
