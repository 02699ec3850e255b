import type { Database } from 'better-sqlite3';
import { firstRowId, lastRowId } from '../../model/row-id.js';
import type { Section } from '../../model/sections/section.js';
import type { SectionField } from '../../model/sections/section-field.js';
import { EVERY_SECTION, type SearchedView } from '../../model/sections/sections.js';
import { prepared } from '../ground/rows.js';
import { entriesBetween, entryOf } from '../ground/search-entry.js';
import { indexWords } from './search-words.js';

/** What is searched of a section: the columns in the order they are indexed in, and the SELECT of its index entries. */
export interface Searched {
  /** Its number in the rowids of the index. */
  kind: number;
  names: readonly string[];
  texts: readonly string[];
  /** Key of the row, names, other texts, over a range of row ids. */
  entries: string;
}

/** A printed text often is the name with a number before it; what holds the other is enough. */
const longer = (name: string, printed: string): string =>
  `iif(instr(${printed}, ${name}) > 0, ${printed}, ${name} || '。' || ${printed})`;

function searchedOf(section: Section, kind: number): Searched {
  const ofKind = (wanted: 'name' | 'text'): SectionField[] => {
    const found = section.fields.filter(({ indexed }) => indexed === wanted);
    return [...found.filter(({ behind }) => !behind), ...found.filter(({ behind }) => behind)];
  };
  const [names, texts] = [ofKind('name'), ofKind('text')];
  return {
    kind,
    names: names.map(({ name }) => name),
    texts: texts.map(({ name }) => name),
    entries: entriesOf(section, wordsOf(names), wordsOf(texts)),
  };
}

function wordsOf(fields: readonly SectionField[]): string[] {
  const alone = fields.filter(({ printedOf }) => printedOf === undefined);
  return alone.map(({ name }) => {
    const printed = fields.find(({ printedOf }) => printedOf === name);
    return printed ? longer(name, printed.name) : name;
  });
}

/** An entry a row; where rows have no ids, one for all rows of a disclosure. */
function entriesOf({ row, table }: Section, names: readonly string[], texts: readonly string[]): string {
  if (row) {
    return `SELECT id, index_words(${names.join(', ')}), index_words(${texts.join(', ')})
      FROM ${table} WHERE id BETWEEN ? AND ?`;
  }
  const all = (columns: readonly string[]): string =>
    columns.map((column) => `group_concat(${column}, '。')`).join(', ');
  return `SELECT disclosure, index_words(${all(names)}), index_words(${all(texts)})
    FROM ${table} WHERE disclosure BETWEEN ? AND ? GROUP BY disclosure`;
}

export const SEARCHED = Object.fromEntries(
  EVERY_SECTION.flatMap((section) =>
    section.searchKind === undefined ? [] : [[section.view, searchedOf(section, section.searchKind)]],
  ),
) as Record<SearchedView, Searched>;

/** Writes the index entries of a document's rows; those it had are gone already. */
export const indexDocument = (db: Database, number: number): void =>
  indexRange(db, firstRowId(number), lastRowId(number));

/** Takes a document's entries out of the index. */
export function forgetDocument(db: Database, number: number): void {
  prepared(db, `DELETE FROM search_index WHERE ${entriesBetween('?', '?')}`).run(
    firstRowId(number),
    lastRowId(number),
  );
}

/** Fills the empty index of a store that was written before there was one. */
export const indexAll = (db: Database): void => indexRange(db, 0, Number.MAX_SAFE_INTEGER);

function indexRange(db: Database, first: number, last: number): void {
  defineIndexWords(db);
  for (const { kind, entries } of Object.values(SEARCHED)) {
    const sql = `WITH e (id, name, body) AS (${entries})
      INSERT INTO search_index (rowid, name, body) SELECT ${entryOf('id', kind)}, name, body FROM e`;
    prepared(db, sql).run(first, last);
  }
}

const defined = new WeakSet<Database>();

function defineIndexWords(db: Database): void {
  if (defined.has(db)) return;
  db.function('index_words', { varargs: true, deterministic: true }, (...texts: unknown[]) =>
    indexWords(texts.filter((text) => text !== null).join('。')),
  );
  defined.add(db);
}
