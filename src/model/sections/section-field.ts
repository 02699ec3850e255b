import type { ColumnType, ViewColumn } from '../view-column.js';

/** A column of a section's rows, and everything the program does with it. */
export interface SectionField extends ViewColumn {
  /** Never null. */
  filled?: true;
  /** The table keeps the exact decimal text beside it, as `<name>_text`. */
  exact?: true;
  /** Not stored: the view computes it from this stored column. */
  from?: string;
  /** In the full text index as the name of the row, or as one of its texts. */
  indexed?: 'name' | 'text';
  /** In the index behind the others of its kind: a hit is shown in it only where none of them has one. */
  behind?: true;
  /** The text this name was printed as, which often holds it: the index takes what holds the other. */
  printedOf?: string;
  /** Index of the table that keeps rows in its order (that of the column it is computed `from`). */
  sorted?: string;
  /** The writer keeps counts of rows by it, in the table `groups` of the section. */
  counted?: true;
  /** In the table of `mingzhang query`, which other formats have whole. */
  brief?: true;
  /** Read for the section's list on the site. */
  listed?: true;
  /** The site's list counts its values, to choose from. */
  facet?: true;
}

type Told = 'name' | 'title' | 'type' | 'meaning';

/** A column with its name, type and whatever else is told of it kept for the compiler. */
type Column<T, N, M> = { name: N; title: string; type: T; meaning: string } & M;

const column =
  <const T extends ColumnType>(type: T) =>
  <const N extends string, const M extends Omit<SectionField, Told> = Record<never, never>>(
    name: N,
    title: string,
    meaning: string,
    more?: M,
  ): Column<T, N, M> => ({ name, title, type, meaning, ...(more as M) });

export const text = column('text');
export const integer = column('integer');
export const real = column('real');

/** Codes of a closed list, and the words people use for them. */
type Titles = Readonly<Record<string, string>>;
type Closed<T extends Titles> = { values: readonly Extract<keyof T, string>[]; titles: T };

/**
 * A column of a closed list. Its meaning lists the codes with their words.
 * @param about what else the meaning says
 */
export const closed = <
  const N extends string,
  const T extends Titles,
  const M extends Omit<SectionField, Told | 'values' | 'titles'> = Record<never, never>,
>(
  name: N,
  title: string,
  titles: T,
  more?: M,
  about = '',
): Column<'text', N, M & Closed<T>> => ({
  name,
  title,
  type: 'text',
  meaning: [listTitles(titles), about].filter((part) => part !== '').join('；'),
  ...(more as M),
  values: Object.keys(titles) as Extract<keyof T, string>[],
  titles,
});

/** `budget 部门预算、adjusted 预算调整`: every code with its words. */
const listTitles = (titles: Titles): string =>
  Object.entries(titles)
    .map(([code, words]) => `${code} ${words}`)
    .join('、');
