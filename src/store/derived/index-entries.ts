import type { EntrySelect } from '../ground/database.js';
import { KINDS } from '../ground/search-entry.js';
import { indexWords } from './search-words.js';

/** What an entry of the search index is written with. */
export const ENTRY_COLUMNS = ['rowid', 'name', 'body'] as const;

/** The id of a row, then its texts. */
export type IndexEntrySource = readonly [id: number, ...texts: (string | null)[]];

/** SQL of what entries are made of, for the rows between two ids; see {@link indexEntry}. */
export function entrySources({ names, texts, table, id, groups }: EntrySelect): string {
  const columns = [...names, ...texts].map((column) => (groups ? `group_concat(${column}, '。')` : column));
  return `SELECT ${[id, ...columns].join(', ')} FROM ${table} WHERE ${id} BETWEEN ? AND ? ${groups ? `GROUP BY ${id}` : ''}`;
}

/** The values of {@link ENTRY_COLUMNS}. */
export function indexEntry(
  { kind, names }: EntrySelect,
  [id, ...texts]: IndexEntrySource,
): [rowid: bigint, name: string, body: string] {
  return [
    BigInt(id) * BigInt(KINDS) + BigInt(kind),
    entryWords(texts.slice(0, names.length)),
    entryWords(texts.slice(names.length)),
  ];
}

/** The words of several texts; none reaches from one into the next. */
export const entryWords = (texts: readonly unknown[]): string =>
  indexWords(texts.filter((text) => text !== null).join('。'));
