import type { ViewColumn } from '../../model/views.js';
import type { Value } from '../row.js';
import { TextDictionary } from './text-dictionary.js';

/** For a cell that is blank, instead of the number of a text. */
export const BLANK = -1;

interface GroupedColumn {
  name: string;
  /** Its place in the rows that come. */
  place: number;
}

export interface TextColumn extends GroupedColumn {
  type: 'text';
  dictionary: TextDictionary;
  /** Of each row the number of its text, or `BLANK`. */
  numbers: Int32Array;
}

export interface NumberColumn extends GroupedColumn {
  type: 'integer' | 'real';
  values: (number | null)[];
}

/** Some rows, column by column; texts that are the same are held once. */
export interface ColumnGroup {
  columns: readonly (TextColumn | NumberColumn)[];
  count: number;
}

/** A group without a row. @param without columns the rows have and the group has not */
export const columnGroup = (columns: readonly ViewColumn[], without: readonly string[]): ColumnGroup => ({
  columns: columns.flatMap(({ name, type }, place): (TextColumn | NumberColumn)[] => {
    if (without.includes(name)) return [];
    if (type !== 'text') return [{ name, place, type, values: [] }];
    return [{ name, place, type, dictionary: new TextDictionary(), numbers: new Int32Array(1024) }];
  }),
  count: 0,
});

/** @param rows values in the order of the columns of the view */
export function addRows(group: ColumnGroup, rows: readonly (readonly Value[])[]): void {
  for (const column of group.columns) {
    if (column.type === 'text') addTexts(column, rows, group.count);
    else addNumbers(column, rows);
  }
  group.count += rows.length;
}

export function clearGroup(group: ColumnGroup): void {
  group.count = 0;
  for (const column of group.columns) {
    if (column.type === 'text') column.dictionary.clear();
    else column.values.length = 0;
  }
}

function addTexts(column: TextColumn, rows: readonly (readonly Value[])[], count: number): void {
  if (column.numbers.length < count + rows.length) {
    const larger = new Int32Array(2 * (count + rows.length));
    larger.set(column.numbers.subarray(0, count));
    column.numbers = larger;
  }
  const { dictionary, numbers, place } = column;
  let last: Value = null;
  let number = BLANK;
  let at = count;
  for (const row of rows) {
    const value = row[place] ?? null;
    if (value !== last) {
      if (typeof value === 'number') throw new TypeError(`${column.name} 应为文字，是 ${value}`);
      number = value === null ? BLANK : dictionary.numberOf(value);
      last = value;
    }
    numbers[at++] = number;
  }
}

function addNumbers({ name, place, values }: NumberColumn, rows: readonly (readonly Value[])[]): void {
  for (const row of rows) {
    const value = row[place] ?? null;
    if (typeof value === 'string') throw new TypeError(`${name} 应为数，是 ${value}`);
    values.push(value);
  }
}
