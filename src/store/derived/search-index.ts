import { firstRowId, lastRowId } from '../../model/row-id.js';
import type { Section } from '../../model/sections/section.js';
import type { SectionField } from '../../model/sections/section-field.js';
import { EVERY_SECTION, type SearchedView } from '../../model/sections/sections.js';
import type { Database, EntrySelect } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { entriesBetween } from '../ground/search-entry.js';

/** What is searched of a section: the columns in the order they are indexed in, and the SELECT of its index entries. */
export interface Searched {
  /** Its number in the rowids of the index. */
  kind: number;
  names: readonly string[];
  texts: readonly string[];
  /** Where its entries come from. */
  entries: EntrySelect;
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
    entries: {
      kind,
      names: wordsOf(names),
      texts: wordsOf(texts),
      table: section.table,
      id: section.row ? 'id' : 'disclosure',
      groups: !section.row,
    },
  };
}

function wordsOf(fields: readonly SectionField[]): string[] {
  const alone = fields.filter(({ printedOf }) => printedOf === undefined);
  return alone.map(({ name }) => {
    const printed = fields.find(({ printedOf }) => printedOf === name);
    return printed ? longer(name, printed.name) : name;
  });
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
  for (const { entries } of Object.values(SEARCHED)) db.dialect.writeEntries(db, entries, [first, last]);
}
