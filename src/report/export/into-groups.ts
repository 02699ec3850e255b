import type { ViewColumn } from '../../model/views.js';
import type { Value } from '../row.js';
import { BLANK, type ColumnGroup, type NumberColumn, type TextColumn } from './column-group.js';
import { TextDictionary } from './text-dictionary.js';

/** Rows of a group at least, where there are so many: more are read a little faster, and take more memory while they wait. */
const GROUP = 20_000;

/** A column while its rows come. */
interface GrowingColumn {
  add(rows: readonly (readonly Value[])[], count: number): void;
  /** @param count of its rows */
  take(count: number): TextColumn | NumberColumn;
}

/**
 * Rows that come as lists of values, as groups of columns.
 * @param columns of the view, in the order of the values
 * @param without columns the rows have and the groups have not
 * @throws TypeError on a text in a column of numbers, or a number in one of texts
 */
export async function* intoGroups(
  blocks: AsyncIterable<readonly (readonly Value[])[]>,
  columns: readonly ViewColumn[],
  without: readonly string[] = [],
): AsyncGenerator<ColumnGroup> {
  const growing = columns.flatMap(({ name, type }, place): GrowingColumn[] => {
    if (without.includes(name)) return [];
    return [type === 'text' ? texts(name, place) : numbers(name, place, type)];
  });
  let count = 0;
  const take = (): ColumnGroup => {
    const group = { columns: growing.map((column) => column.take(count)), count };
    count = 0;
    return group;
  };
  for await (const block of blocks) {
    if (count >= GROUP) yield take();
    for (const column of growing) column.add(block, count);
    count += block.length;
  }
  if (count > 0) yield take();
}

function texts(name: string, place: number): GrowingColumn {
  const dictionary = new TextDictionary();
  let held = new Int32Array(GROUP);
  return {
    add(rows, count) {
      if (held.length < count + rows.length) held = enlarged(held, new Int32Array(2 * (count + rows.length)));
      let last: Value = null;
      let number = BLANK;
      let at = count;
      for (const row of rows) {
        const value = row[place] ?? null;
        if (value !== last) {
          if (typeof value === 'number') throw new TypeError(`${name} 应为文字，是 ${value}`);
          number = value === null ? BLANK : dictionary.numberOf(value);
          last = value;
        }
        held[at++] = number;
      }
    },
    take: (count) => ({ name, type: 'text', texts: dictionary.take(), numbers: held.slice(0, count) }),
  };
}

function numbers(name: string, place: number, type: NumberColumn['type']): GrowingColumn {
  let held = new Float64Array(GROUP);
  return {
    add(rows, count) {
      if (held.length < count + rows.length)
        held = enlarged(held, new Float64Array(2 * (count + rows.length)));
      let at = count;
      for (const row of rows) {
        const value = row[place] ?? null;
        if (typeof value === 'string') throw new TypeError(`${name} 应为数，是 ${value}`);
        held[at++] = value ?? Number.NaN;
      }
    },
    take: (count) => ({ name, type, values: held.slice(0, count) }),
  };
}

function enlarged<T extends Int32Array | Float64Array>(held: T, larger: T): T {
  larger.set(held);
  return larger;
}
