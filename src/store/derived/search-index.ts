import type { Database } from 'better-sqlite3';
import { rowId } from '../ground/row-id.js';
import { prepared } from '../ground/rows.js';
import { indexWords } from './search-words.js';

/** A printed text often is the name with a number before it; what holds the other is enough. */
const longer = (name: string, printed: string): string =>
  `iif(instr(${printed}, ${name}) > 0, ${printed}, ${name} || '。' || ${printed})`;

/** What is searched, and the SELECT of its index entries (key of the row, names, other texts) over a range of row ids. */
export const SEARCHED = {
  projects: {
    kind: 1,
    names: ['project', 'project_printed', 'parent', 'direction'],
    texts: ['annual_goal', 'period_goal', 'purpose', 'agency'],
    entries: `SELECT id, index_words(${longer('project', 'project_printed')}, parent, direction),
      index_words(annual_goal, period_goal, purpose, agency) FROM project_rows WHERE id BETWEEN ? AND ?`,
  },
  indicators: {
    kind: 2,
    names: ['name', 'name_printed'],
    texts: ['description', 'target', 'target_basis'],
    entries: `SELECT id, index_words(${longer('name', 'name_printed')}),
      index_words(description, target, target_basis) FROM indicator_rows WHERE id BETWEEN ? AND ?`,
  },
  costs: {
    kind: 3,
    names: ['item', 'category'],
    texts: ['calculation'],
    entries: `SELECT id, index_words(item, category), index_words(calculation)
      FROM cost_rows WHERE id BETWEEN ? AND ?`,
  },
  work_plan: {
    kind: 4,
    names: ['item'],
    texts: ['goal'],
    entries: 'SELECT id, index_words(item), index_words(goal) FROM work_plan_rows WHERE id BETWEEN ? AND ?',
  },
  /** One entry for all texts of a disclosure. */
  texts: {
    kind: 5,
    names: ['heading'],
    texts: ['text'],
    entries: `SELECT disclosure, index_words(group_concat(heading, '。')), index_words(group_concat(text, '。'))
      FROM text_rows WHERE disclosure BETWEEN ? AND ? GROUP BY disclosure`,
  },
} as const;

export type SearchedView = keyof typeof SEARCHED;

/** Kinds a row id is multiplied by to make room for. */
export const KINDS = 8;

/** Most rows of a kind one document may have. */
const LAST_ORDINAL = 2 ** 17 - 1;

/** Writes the index entries of a document's rows; those it had are gone already. */
export const indexDocument = (db: Database, number: number): void =>
  indexRange(db, rowId(number, 0), rowId(number, LAST_ORDINAL));

/** Takes a document's entries out of the index. */
export function forgetDocument(db: Database, number: number): void {
  prepared(
    db,
    'DELETE FROM search_index WHERE rowid BETWEEN CAST(? AS INTEGER) * 8 AND CAST(? AS INTEGER) * 8 + 7',
  ).run(rowId(number, 0), rowId(number, LAST_ORDINAL));
}

/** Fills the empty index of a store that was written before there was one. */
export const indexAll = (db: Database): void => indexRange(db, 0, Number.MAX_SAFE_INTEGER);

function indexRange(db: Database, first: number, last: number): void {
  defineIndexWords(db);
  for (const { kind, entries } of Object.values(SEARCHED)) {
    const sql = `WITH e (id, name, body) AS (${entries})
      INSERT INTO search_index (rowid, name, body) SELECT id * ${KINDS} + ${kind}, name, body FROM e`;
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
